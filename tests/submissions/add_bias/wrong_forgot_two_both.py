# expect: failed; mistake: forgot-two
# about: Leaves out the factor 2 in both gradients.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        error = weight * x + bias - y_true
        losses.append(error ** 2)
        weight -= lr * error * x
        bias -= lr * error
    return weight, bias, losses
