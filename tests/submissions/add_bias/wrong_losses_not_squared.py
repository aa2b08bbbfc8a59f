# expect: failed; mistake: none
# about: The parameters are right, but the list holds the absolute errors.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        e = weight * x + bias - y_true
        losses.append(abs(e))
        weight, bias = weight - 2 * lr * e * x, bias - 2 * lr * e
    return weight, bias, losses
