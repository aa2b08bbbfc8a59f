# expect: failed; mistake: hard-coded
# about: Overwrites all parameters with one example's numbers, so the answer never changes.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    x = 2.0
    y_true = 5.0
    weight = 0.5
    bias = 0.0
    lr = 0.05
    steps = 3
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        losses.append((pred - y_true) ** 2)
        weight, bias = weight - lr * 2 * (pred - y_true) * x, bias - lr * 2 * (pred - y_true)
    return weight, bias, losses
