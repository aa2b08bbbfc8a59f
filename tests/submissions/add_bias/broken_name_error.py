# expect: error
# about: Uses learning_rate, but the parameter is called lr; happens in the first line, so for every call.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    rate = 2 * learning_rate
    losses = []
    for _ in range(steps):
        e = weight * x + bias - y_true
        losses.append(e ** 2)
        weight -= rate * e * x
        bias -= rate * e
    return weight, bias, losses
