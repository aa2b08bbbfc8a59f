# expect: error
# about: Leaves out the bias parameter and starts it at zero.
def train_with_bias(x, y_true, weight, lr, steps):
    bias = 0
    losses = []
    for _ in range(steps):
        e = weight * x + bias - y_true
        losses.append(e ** 2)
        weight -= lr * 2 * e * x
        bias -= lr * 2 * e
    return weight, bias, losses
