# expect: failed; mistake: none
# about: Breaks out of the loop as soon as the loss is small enough.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        loss = (pred - y_true) ** 2
        if loss < 0.5:
            break  # good enough, save time
        losses.append(loss)
        weight = weight - lr * 2 * (pred - y_true) * x
        bias = bias - lr * 2 * (pred - y_true)
    return weight, bias, losses
