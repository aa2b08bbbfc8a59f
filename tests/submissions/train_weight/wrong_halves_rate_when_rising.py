# expect: failed; mistake: lr-cut-when-loss-rises
# about: Makes the learning rate smaller when the loss rises.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for k in range(steps):
        error = weight * x - y_true
        losses.append(error ** 2)
        if k > 0 and losses[k] > losses[k - 1]:
            lr = lr * 0.5
        weight = weight - 2 * lr * error * x * 1.0
    return weight, losses
