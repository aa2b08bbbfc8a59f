# expect: failed; mistake: bias-frozen
# about: Uses the bias in the prediction but never updates it.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        losses.append((pred - y_true) ** 2)
        grad = 2 * (pred - y_true) * x
        weight = weight - lr * grad
    return weight, bias, losses
