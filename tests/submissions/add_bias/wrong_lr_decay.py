# expect: failed; mistake: none
# about: Makes the learning rate smaller after every step.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        err = weight * x + bias - y_true
        losses.append(err ** 2)
        weight -= lr * 2 * err * x
        bias -= lr * 2 * err
        lr = lr * 0.9   # smaller and smaller steps
    return weight, bias, losses
