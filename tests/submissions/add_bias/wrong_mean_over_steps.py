# expect: failed; mistake: none
# about: Divides the gradients by the number of steps, thinking of a mean over samples.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    n = steps
    for _ in range(steps):
        pred = weight * x + bias
        losses.append((pred - y_true) ** 2)
        weight = weight - lr * (2 / n) * (pred - y_true) * x
        bias = bias - lr * (2 / n) * (pred - y_true)
    return weight, bias, losses
