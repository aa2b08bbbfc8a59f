# expect: failed; mistake: none
# about: Overwrites the given learning rate with 0.01.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    lr = 0.01   # works best
    losses = []
    for _ in range(steps):
        e = weight * x + bias - y_true
        losses.append(e * e)
        weight -= lr * 2 * e * x
        bias -= lr * 2 * e
    return weight, bias, losses
