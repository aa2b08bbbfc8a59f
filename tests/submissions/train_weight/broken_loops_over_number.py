# expect: error
# about: for i in steps, but a number cannot be looped over.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for i in steps:
        losses.append((weight * x - y_true) ** 2)
        weight = weight - lr * 2 * (weight * x - y_true) * x
    return weight, losses
