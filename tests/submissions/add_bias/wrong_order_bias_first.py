# expect: failed; mistake: wrong-order
# about: Returns bias before weight.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        losses.append((pred - y_true) ** 2)
        g = 2 * (pred - y_true)
        bias = bias - lr * g
        weight = weight - lr * g * x
    return bias, weight, losses
