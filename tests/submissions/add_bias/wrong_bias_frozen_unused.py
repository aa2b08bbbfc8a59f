# expect: failed; mistake: bias-frozen
# about: Computes new_bias but forgets to put it back into bias.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for i in range(steps):
        error = weight * x + bias - y_true
        losses.append(error ** 2)
        new_weight = weight - lr * 2 * error * x
        new_bias = bias - lr * 2 * error
        weight = new_weight
    return weight, bias, losses
