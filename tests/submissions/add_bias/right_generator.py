# expect: passed
# about: A generator yields the state before each update, the function collects the losses.
def descend(x, y_true, w, b, lr):
    while True:
        error = w * x + b - y_true
        yield w, b, error ** 2
        w, b = w - 2 * lr * error * x, b - 2 * lr * error


def train_with_bias(x, y_true, weight, bias, lr, steps):
    run = descend(x, y_true, weight, bias, lr)
    losses = []
    for _ in range(steps):
        _, _, loss = next(run)
        losses.append(loss)
    weight, bias, _ = next(run)
    return weight, bias, losses
