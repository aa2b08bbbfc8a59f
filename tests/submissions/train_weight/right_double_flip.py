# expect: passed
# about: The error the other way round and the gradient added: both signs turned is right.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        error = y_true - weight * x
        losses.append(error ** 2)
        gradient = 2 * error * x
        weight = weight + lr * gradient
    return weight, losses
