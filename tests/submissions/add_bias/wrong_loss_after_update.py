# expect: failed; mistake: none
# about: Records the loss after each update instead of before it.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        error = weight * x + bias - y_true
        weight -= lr * 2 * error * x
        bias -= lr * 2 * error
        losses.append((weight * x + bias - y_true) ** 2)
    return weight, bias, losses
