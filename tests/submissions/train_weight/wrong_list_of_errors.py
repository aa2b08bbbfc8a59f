# expect: failed; mistake: no-square-loss
# about: Appends the error, the other way round, and adds: the weight is right.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        err = y_true - weight * x
        losses.append(err)
        weight = weight + lr * 2 * err * x
    return weight, losses
