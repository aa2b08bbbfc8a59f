# expect: error
# about: Leaves the whole program with exit() at the end of the function instead of returning.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        e = weight * x + bias - y_true
        losses.append(e ** 2)
        weight -= lr * 2 * e * x
        bias -= lr * 2 * e
    print(weight, bias)
    exit()
