# expect: failed; mistake: bias-times-x + added-gradient
# about: The weight's gradient for both numbers, and added.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        diff = weight * x + bias - y_true
        losses.append(diff ** 2)
        update = lr * 2 * diff * x
        weight += update
        bias += update
    return weight, bias, losses
