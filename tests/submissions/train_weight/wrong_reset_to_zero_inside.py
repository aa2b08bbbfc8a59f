# expect: failed; mistake: weight-reset-in-loop
# about: Sets the weight to 0 inside the loop.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for i in range(steps):
        weight = 0
        pred = weight * x
        losses.append((pred - y_true) ** 2)
        weight = weight - lr * 2 * (pred - y_true) * x
    return weight, losses
