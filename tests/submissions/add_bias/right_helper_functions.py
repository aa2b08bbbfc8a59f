# expect: passed
# about: Splits everything into small helper functions.
def predict(x, weight, bias):
    return weight * x + bias


def loss(pred, y_true):
    return (pred - y_true) ** 2


def gradients(x, y_true, weight, bias):
    error = predict(x, weight, bias) - y_true
    return 2 * error * x, 2 * error


def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        losses.append(loss(predict(x, weight, bias), y_true))
        gw, gb = gradients(x, y_true, weight, bias)
        weight -= lr * gw
        bias -= lr * gb
    return weight, bias, losses
