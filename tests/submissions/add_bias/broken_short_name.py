# expect: error; mistake: missing-function
# about: The function is called train, as in an earlier exercise.
def train(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        losses.append((pred - y_true) ** 2)
        weight, bias = weight - lr * 2 * (pred - y_true) * x, bias - lr * 2 * (pred - y_true)
    return weight, bias, losses
