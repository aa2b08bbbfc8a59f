# expect: failed; mistake: forgot-x
# about: The gradient without x.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x
        error = pred - y_true
        losses.append(error ** 2)
        weight = weight - lr * 2 * error
    return weight, losses
