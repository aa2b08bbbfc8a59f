# expect: error
# about: Reads pred before it is given a value inside the function.
pred = 0

def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = [(pred - y_true) ** 2] * steps
    for k in range(steps):
        pred = weight * x + bias
        losses[k] = (pred - y_true) ** 2
        weight -= lr * 2 * (pred - y_true) * x
        bias -= lr * 2 * (pred - y_true)
    return weight, bias, losses
