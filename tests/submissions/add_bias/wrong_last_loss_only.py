# expect: failed; mistake: none
# about: Makes a new losses list in every round, so only the last loss is left.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        losses = []
        e = weight * x + bias - y_true
        losses.append(e ** 2)
        weight -= 2 * lr * e * x
        bias -= 2 * lr * e
    return weight, bias, losses
