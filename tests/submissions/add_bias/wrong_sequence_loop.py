# expect: failed; mistake: updated-in-sequence
# about: Computes a fresh prediction with the new weight before updating the bias.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        losses.append((pred - y_true) ** 2)
        weight = weight - lr * 2 * (pred - y_true) * x
        # now the bias
        pred = weight * x + bias
        bias = bias - lr * 2 * (pred - y_true)
    return weight, bias, losses
