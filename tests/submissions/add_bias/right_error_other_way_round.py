# expect: passed
# about: Defines the error as truth minus prediction and therefore adds the update.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        error = y_true - pred            # sign turned round!
        losses.append(error ** 2)
        weight += lr * 2 * error * x     # so it is + here, not -
        bias += lr * 2 * error
    return weight, bias, losses
