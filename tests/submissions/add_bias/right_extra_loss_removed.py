# expect: passed
# about: Records the loss before the loop and after each update, then cuts the last one off.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    loss = lambda: (weight * x + bias - y_true) ** 2
    losses = [loss()]
    for _ in range(steps):
        error = weight * x + bias - y_true
        weight -= lr * 2 * error * x
        bias -= lr * 2 * error
        losses.append(loss())
    # now there are steps + 1 losses, the last one is AFTER the last update
    return weight, bias, losses[:steps]
