# expect: failed; mistake: none
# about: Adds the final loss as well, so there are steps + 1 losses.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        p = weight * x + bias
        losses.append((p - y_true) ** 2)
        weight, bias = weight - lr * 2 * (p - y_true) * x, bias - lr * 2 * (p - y_true)
    losses.append((weight * x + bias - y_true) ** 2)   # final loss
    return weight, bias, losses
