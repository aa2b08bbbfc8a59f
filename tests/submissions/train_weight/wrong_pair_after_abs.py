# expect: failed; mistake: loss-after-update + abs-loss
# about: The distance after the update.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for k in range(steps):
        weight -= lr * 2 * (weight * x - y_true) * x
        losses.append(abs(weight * x - y_true))
    return weight, losses
