# expect: failed; mistake: raises-error
# about: Uses y where the parameter is called y_true.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for i in range(steps):
        losses.append((weight * x - y) ** 2)
        weight = weight - lr * 2 * (weight * x - y) * x
    return weight, losses
