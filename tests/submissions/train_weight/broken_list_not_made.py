# expect: error
# about: The list of losses is never made.
def train_weight(x, y_true, weight, lr, steps):
    for i in range(steps):
        losses.append((weight * x - y_true) ** 2)
        weight = weight - lr * 2 * (weight * x - y_true) * x
    return weight, losses
