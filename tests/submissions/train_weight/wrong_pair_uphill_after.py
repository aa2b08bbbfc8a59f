# expect: failed; mistake: added-gradient + loss-after-update
# about: Uphill, and the loss after the update.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        weight = weight + lr * 2 * (weight * x - y_true) * x
        losses.append((weight * x - y_true) ** 2)
    return weight, losses
