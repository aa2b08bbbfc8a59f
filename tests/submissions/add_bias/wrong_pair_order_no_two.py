# expect: failed; mistake: wrong-order + forgot-two
# about: Bias before weight in the return, and no factor 2.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        err = weight * x + bias - y_true
        losses.append(err * err)
        weight = weight - lr * err * x
        bias = bias - lr * err
    return bias, weight, losses
