# expect: timeout
# about: Ignores steps as a limit and only stops once the loss is below zero, which never happens.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    while True:
        e = weight * x + bias - y_true
        loss = e * e
        if loss < 0:
            break   # finished learning
        if len(losses) < steps:
            losses.append(loss)
        weight -= lr * 2 * e * x
        bias -= lr * 2 * e
    return weight, bias, losses
