# expect: failed; mistake: none
# about: range(1, steps) makes one step too few.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for i in range(1, steps):
        e = weight * x + bias - y_true
        losses.append(e ** 2)
        weight = weight - lr * 2 * e * x
        bias = bias - lr * 2 * e
    return weight, bias, losses
