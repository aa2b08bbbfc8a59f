# expect: timeout
# about: Trains until the loss is exactly 0, which it need not reach.
def train_weight(x, y_true, weight, lr, steps):
    losses = [1]
    while losses[-1] != 0:
        losses.append((weight * x - y_true) ** 2 + 1e-9)
        weight = weight - lr * 2 * (weight * x - y_true) * x
    return weight, losses
