# expect: failed; mistake: last-loss-only
# about: Returns the loss variable, not the list.
def train_weight(x, y_true, weight, lr, steps):
    loss = 0
    losses = []
    for _ in range(steps):
        loss = (weight * x - y_true) ** 2
        losses.append(loss)
        weight = weight - lr * 2 * (weight * x - y_true) * x
    return weight, loss
