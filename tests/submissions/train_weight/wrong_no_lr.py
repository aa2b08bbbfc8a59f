# expect: failed; mistake: forgot-lr
# about: Subtracts the whole gradient.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        error = weight * x - y_true
        losses.append(error ** 2)
        weight = weight - 2 * error * x
    return weight, losses
