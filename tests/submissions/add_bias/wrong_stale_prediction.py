# expect: failed; mistake: none
# about: Computes the prediction once before the loop and never again.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    pred = weight * x + bias
    for _ in range(steps):
        losses.append((pred - y_true) ** 2)
        weight -= lr * 2 * (pred - y_true) * x
        bias -= lr * 2 * (pred - y_true)
    return weight, bias, losses
