# expect: failed; mistake: updated-in-sequence
# about: Updates the bias first; the weight's gradient then comes from a prediction with the new bias.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        losses.append((weight * x + bias - y_true) ** 2)
        bias = bias - lr * 2 * (weight * x + bias - y_true)
        weight = weight - lr * 2 * (weight * x + bias - y_true) * x
    return weight, bias, losses
