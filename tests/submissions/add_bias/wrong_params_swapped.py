# expect: failed; mistake: none
# about: Swaps bias and weight in the parameter list, so a positional call mixes them up.
def train_with_bias(x, y_true, bias, weight, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        losses.append((pred - y_true) ** 2)
        weight, bias = weight - 2 * lr * (pred - y_true) * x, bias - 2 * lr * (pred - y_true)
    return weight, bias, losses
