# expect: error
# about: No parameter for the number of steps.
def train_weight(x, y_true, weight, lr):
    losses = []
    for i in range(20):
        losses.append((weight * x - y_true) ** 2)
        weight = weight - lr * 2 * (weight * x - y_true) * x
    return weight, losses
