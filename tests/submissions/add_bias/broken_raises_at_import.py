# expect: error
# about: Calls the function with a missing argument at the end of the file.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        e = weight * x + bias - y_true
        losses.append(e ** 2)
        weight, bias = weight - lr * 2 * e * x, bias - lr * 2 * e
    return weight, bias, losses

print(train_with_bias(2.0, 5.0, 0.5, 0.0, 0.05))
