# expect: failed; mistake: wrong-type
# about: Appends the list to itself instead of the loss.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        loss = (weight * x - y_true) ** 2
        losses.append(losses)
        weight = weight - lr * 2 * (weight * x - y_true) * x
    return weight, losses
