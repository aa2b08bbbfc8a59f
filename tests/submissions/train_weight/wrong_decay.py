# expect: failed; mistake: lr-decay
# about: The learning rate becomes smaller in every step.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        error = weight * x - y_true
        losses.append(error ** 2)
        weight = weight - lr * 2 * error * x
        lr *= 0.9
    return weight, losses
