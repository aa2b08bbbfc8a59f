# expect: failed; mistake: loop-never-runs
# about: Loops over the empty list.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for i in range(len(losses)):
        pred = weight * x
        losses.append((pred - y_true) ** 2)
        weight = weight - lr * 2 * (pred - y_true) * x
    return weight, losses
