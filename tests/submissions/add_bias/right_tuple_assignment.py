# expect: passed
# about: Updates both numbers in one tuple assignment.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        losses.append((weight * x + bias - y_true) ** 2)
        weight, bias = (
            weight - lr * 2 * (weight * x + bias - y_true) * x,
            bias - lr * 2 * (weight * x + bias - y_true),
        )
    return weight, bias, losses
