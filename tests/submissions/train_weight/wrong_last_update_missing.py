# expect: failed; mistake: last-update-missing
# about: Breaks in the last pass before the update.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for i in range(steps):
        e = weight * x - y_true
        losses.append(e ** 2)
        if i == steps - 1:
            break
        weight = weight - lr * 2 * e * x
    return weight, losses
