# expect: failed; mistake: bias-frozen + bias-not-in-prediction
# about: Copied the earlier exercise with one weight, the bias is neither used nor changed.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x
        losses.append((pred - y_true) ** 2)
        weight = weight - lr * 2 * (pred - y_true) * x
    return weight, bias, losses
