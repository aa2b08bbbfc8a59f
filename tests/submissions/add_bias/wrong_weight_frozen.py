# expect: failed; mistake: none
# about: Only the bias learns, the weight stays as it was.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        losses.append((pred - y_true) ** 2)
        bias = bias - lr * 2 * (pred - y_true)
    return weight, bias, losses
