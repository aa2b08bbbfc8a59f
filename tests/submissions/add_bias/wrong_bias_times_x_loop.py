# expect: failed; mistake: bias-times-x
# about: Uses the weight's gradient, with the factor x, for the bias too.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        losses.append((pred - y_true) ** 2)
        grad = 2 * (pred - y_true) * x
        weight -= lr * grad
        bias -= lr * grad
    return weight, bias, losses
