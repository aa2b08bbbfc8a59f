# expect: failed; mistake: extra-loss
# about: Measures the loss once more at the end.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        losses.append((weight * x - y_true) ** 2)
        weight = weight - lr * 2 * (weight * x - y_true) * x
    losses.append((weight * x - y_true) ** 2)
    return weight, losses
