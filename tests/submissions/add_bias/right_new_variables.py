# expect: passed
# about: Computes new_weight and new_bias from the old pair before overwriting.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        loss = (pred - y_true) ** 2
        losses.append(loss)

        new_weight = weight - lr * (2 * (weight * x + bias - y_true) * x)
        new_bias = bias - lr * (2 * (weight * x + bias - y_true))

        weight = new_weight
        bias = new_bias
    return weight, bias, losses
