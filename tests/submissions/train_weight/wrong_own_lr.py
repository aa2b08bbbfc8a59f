# expect: failed; mistake: lr-overwritten
# about: Sets the learning rate itself.
def train_weight(x, y_true, weight, lr, steps):
    lr = 0.1
    losses = []
    for _ in range(steps):
        error = weight * x - y_true
        losses.append(error ** 2)
        weight = weight - lr * 2 * error * x
    return weight, losses
