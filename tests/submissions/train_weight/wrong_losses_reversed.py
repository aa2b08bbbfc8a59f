# expect: failed; mistake: losses-reversed
# about: Inserts at the front.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        losses.insert(0, (weight * x - y_true) ** 2)
        weight = weight - lr * 2 * (weight * x - y_true) * x
    return weight, losses
