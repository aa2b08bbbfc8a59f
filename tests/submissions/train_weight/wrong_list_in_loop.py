# expect: failed; mistake: last-loss-only
# about: Makes a new list in every pass.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        losses = []
        losses.append((weight * x - y_true) ** 2)
        weight = weight - lr * 2 * (weight * x - y_true) * x
    return weight, losses
