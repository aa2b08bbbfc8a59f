# expect: failed; mistake: bias-not-in-prediction + added-gradient
# about: No bias in the prediction and both gradients are added.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = x * weight
        losses.append((pred - y_true) ** 2)
        bias = bias + lr * 2 * (pred - y_true)
        weight = weight + lr * 2 * (pred - y_true) * x
    return weight, bias, losses
