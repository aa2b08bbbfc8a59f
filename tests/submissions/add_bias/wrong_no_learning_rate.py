# expect: failed; mistake: none
# about: Subtracts the full gradient, the learning rate is not used.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        losses.append((pred - y_true) ** 2)
        weight = weight - 2 * (pred - y_true) * x
        bias = bias - 2 * (pred - y_true)
    return weight, bias, losses
