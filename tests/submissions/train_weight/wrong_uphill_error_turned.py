# expect: failed; mistake: added-gradient
# about: The error is truth minus prediction, and its gradient is subtracted.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        error = y_true - weight * x
        losses.append(error ** 2)
        weight = weight - lr * 2 * error * x
    return weight, losses
