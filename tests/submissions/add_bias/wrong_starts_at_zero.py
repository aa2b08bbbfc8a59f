# expect: failed; mistake: none
# about: Sets weight and bias to zero first and so ignores the given start.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    weight = 0
    bias = 0
    losses = []
    for _ in range(steps):
        e = weight * x + bias - y_true
        losses.append(e ** 2)
        weight -= lr * 2 * e * x
        bias -= lr * 2 * e
    return weight, bias, losses
