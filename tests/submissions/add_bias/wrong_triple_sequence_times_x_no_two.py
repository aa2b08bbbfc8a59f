# expect: failed; mistake: updated-in-sequence + bias-times-x + forgot-two
# about: Recomputes the prediction, uses x for the bias, and drops the 2.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        losses.append((weight * x + bias - y_true) ** 2)
        weight -= lr * (weight * x + bias - y_true) * x
        bias -= lr * (weight * x + bias - y_true) * x
    return weight, bias, losses
