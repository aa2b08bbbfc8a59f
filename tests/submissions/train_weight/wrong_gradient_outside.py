# expect: failed; mistake: stale-gradient
# about: The gradient is computed before the loop.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    grad = 2 * (weight * x - y_true) * x
    for _ in range(steps):
        losses.append((weight * x - y_true) ** 2)
        weight = weight - lr * grad
    return weight, losses
