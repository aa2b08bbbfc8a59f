# expect: error; mistake: syntax-error
# about: Names the learning rate lambda, which is a reserved word.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    lambda = lr
    losses = []
    for _ in range(steps):
        e = weight * x + bias - y_true
        losses.append(e ** 2)
        weight -= lambda * 2 * e * x
        bias -= lambda * 2 * e
    return weight, bias, losses
