# expect: failed; mistake: added-gradient
# about: Plus for the weight, minus for the bias.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        grad_pred = 2 * (pred - y_true)
        losses.append((pred - y_true) ** 2)
        weight = weight + lr * grad_pred * x
        bias = bias - lr * grad_pred
    return weight, bias, losses
