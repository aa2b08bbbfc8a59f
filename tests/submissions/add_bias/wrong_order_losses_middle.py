# expect: failed; mistake: wrong-order
# about: Returns weight, losses, bias.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    history = []
    for _ in range(steps):
        e = (weight * x + bias) - y_true
        history.append(e ** 2)
        weight, bias = weight - lr * 2 * e * x, bias - lr * 2 * e
    return weight, history, bias
