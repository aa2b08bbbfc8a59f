# expect: error; mistake: syntax-error
# about: Uses = for == in the stop condition.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    i = 0
    while True:
        if i = steps:
            break
        e = weight * x + bias - y_true
        losses.append(e ** 2)
        weight, bias = weight - 2 * lr * e * x, bias - 2 * lr * e
        i += 1
    return weight, bias, losses
