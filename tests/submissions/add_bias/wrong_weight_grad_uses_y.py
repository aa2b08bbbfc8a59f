# expect: failed; mistake: none
# about: The weight's gradient is multiplied by y_true instead of x.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        losses.append((pred - y_true) ** 2)
        grad_w = 2 * (pred - y_true) * y_true
        grad_b = 2 * (pred - y_true)
        weight = weight - lr * grad_w
        bias = bias - lr * grad_b
    return weight, bias, losses
