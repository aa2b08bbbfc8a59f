# expect: failed; mistake: added-gradient
# about: Adds the gradient.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        grad = 2 * (weight * x - y_true) * x
        losses.append((weight * x - y_true) ** 2)
        weight += lr * grad
    return weight, losses
