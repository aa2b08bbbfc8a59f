# expect: passed
# about: Counts the remaining steps down to zero.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    history = []
    remaining = steps
    while remaining > 0:
        e = x * weight + bias - y_true
        history.append(pow(e, 2))
        bias = bias - 2 * lr * e          # order does not matter, e is fixed
        weight = weight - 2 * lr * e * x
        remaining -= 1
    return weight, bias, history
