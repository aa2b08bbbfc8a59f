# expect: failed; mistake: none
# about: Stops as soon as the loss is small enough.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        error = weight * x - y_true
        losses.append(error ** 2)
        if error ** 2 < 1e-12:
            break
        weight = weight - lr * 2 * error * x
    return weight, losses
