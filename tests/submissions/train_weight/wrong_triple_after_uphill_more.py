# expect: failed; mistake: one-step-more + added-gradient + loss-after-update
# about: One step too many, uphill, and the loss after the update.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for i in range(0, steps + 1):
        pred = weight * x
        weight = weight + lr * 2 * (pred - y_true) * x
        new_pred = weight * x
        losses.append((new_pred - y_true) ** 2)
    return weight, losses
