# expect: error; mistake: syntax-error
# about: Curly quotes around the docstring and a long dash for minus.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    “”“trains weight and bias”“”
    losses = []
    for _ in range(steps):
        e = weight * x + bias – y_true
        losses.append(e ** 2)
        weight = weight – lr * 2 * e * x
        bias = bias – lr * 2 * e
    return weight, bias, losses
