# expect: failed; mistake: one-step-only
# about: The return stands inside the loop.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x
        losses.append((pred - y_true) ** 2)
        weight = weight - lr * 2 * (pred - y_true) * x
        return weight, losses
    return weight, losses
