# expect: failed; mistake: forgot-two
# about: The factor 2 is missing in the weight's gradient only.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        losses.append((pred - y_true) ** 2)
        dw = (pred - y_true) * x
        db = 2 * (pred - y_true)
        weight = weight - lr * dw
        bias = bias - lr * db
    return weight, bias, losses
