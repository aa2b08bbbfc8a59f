# expect: passed
# about: Everything multiplied out.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        losses.append(weight * weight * x * x - 2 * weight * x * y_true + y_true * y_true)
        weight = weight * (1 - 2 * lr * x * x) + 2 * lr * x * y_true
    return weight, losses
