# expect: failed; mistake: none
# about: Leaves the factor x out of the weight's gradient, both get the same update.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        losses.append((pred - y_true) ** 2)
        g = 2 * (pred - y_true)
        weight -= lr * g
        bias -= lr * g
    return weight, bias, losses
