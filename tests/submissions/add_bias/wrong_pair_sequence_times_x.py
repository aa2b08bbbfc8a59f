# expect: failed; mistake: updated-in-sequence + bias-times-x
# about: New weight's prediction for the bias, and a factor x on the bias too.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    i = 0
    while i < steps:
        losses.append((weight * x + bias - y_true) ** 2)
        weight = weight - lr * 2 * x * (weight * x + bias - y_true)
        bias = bias - lr * 2 * x * (weight * x + bias - y_true)
        i = i + 1
    return weight, bias, losses
