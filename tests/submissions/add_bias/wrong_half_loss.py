# expect: failed; mistake: forgot-two | halved
# about: Uses one half of the squared error throughout, so losses and gradients are both halved.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    """Loss is 1/2 * (pred - y)^2, then the derivative is simply (pred - y)."""
    losses = []
    for _ in range(steps):
        error = weight * x + bias - y_true
        losses.append(0.5 * error ** 2)
        weight = weight - lr * error * x
        bias = bias - lr * error
    return weight, bias, losses
