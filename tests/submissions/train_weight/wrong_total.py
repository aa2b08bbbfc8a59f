# expect: failed; mistake: total-loss
# about: Adds the losses up.
def train_weight(x, y_true, weight, lr, steps):
    losses = 0
    for _ in range(steps):
        losses += (weight * x - y_true) ** 2
        weight = weight - lr * 2 * (weight * x - y_true) * x
    return weight, losses
