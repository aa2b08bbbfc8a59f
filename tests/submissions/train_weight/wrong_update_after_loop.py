# expect: failed; mistake: starts-over-each-step
# about: The update stands to the left of the loop's body.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    grad = 0
    for i in range(steps):
        pred = weight * x
        losses.append((pred - y_true) ** 2)
        grad = 2 * (pred - y_true) * x
    weight = weight - lr * grad
    return weight, losses
