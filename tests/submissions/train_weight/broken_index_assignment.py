# expect: failed; mistake: raises-error
# about: Assigns to a place of an empty list.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for i in range(steps):
        losses[i] = (weight * x - y_true) ** 2
        weight = weight - lr * 2 * (weight * x - y_true) * x
    return weight, losses
