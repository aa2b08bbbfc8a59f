# expect: failed; mistake: printed-not-returned
# about: Prints the three results instead of returning them.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        losses.append((pred - y_true) ** 2)
        weight, bias = weight - 2 * lr * (pred - y_true) * x, bias - 2 * lr * (pred - y_true)
    print(weight, bias, losses)
