# expect: failed; mistake: forgot-two
# about: The factor 2 is missing in the bias's gradient only.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        diff = weight * x + bias - y_true
        losses.append(diff ** 2)
        weight = weight - lr * (2 * diff * x)
        # derivative of bias is 1, so just the difference
        bias = bias - lr * diff
    return weight, bias, losses
