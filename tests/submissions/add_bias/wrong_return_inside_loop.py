# expect: failed; mistake: none
# about: The return is indented into the loop, so only one step is done (and None for zero steps).
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        losses.append((pred - y_true) ** 2)
        weight = weight - lr * 2 * (pred - y_true) * x
        bias = bias - lr * 2 * (pred - y_true)
        return weight, bias, losses
