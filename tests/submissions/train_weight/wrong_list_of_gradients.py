# expect: failed; mistake: gradients-for-losses
# about: Appends the gradient.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        g = 2 * (weight * x - y_true) * x
        losses.append(g)
        weight = weight - lr * g
    return weight, losses
