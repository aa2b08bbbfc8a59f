# expect: failed; mistake: added-gradient
# about: Adds both gradients, so it climbs.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        losses.append((pred - y_true) ** 2)
        weight += lr * 2 * (pred - y_true) * x
        bias += lr * 2 * (pred - y_true)
    return weight, bias, losses
