# expect: output
# about: Prints every step in a loop whose counter goes the wrong way.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    i = 0
    while i <= steps:
        pred = weight * x + bias
        loss = (pred - y_true) * (pred - y_true)
        print("step", i, "weight", weight, "bias", bias, "loss", loss)
        weight -= lr * 2 * (pred - y_true) * x
        bias -= lr * 2 * (pred - y_true)
        i -= 1
    return weight, bias, losses
