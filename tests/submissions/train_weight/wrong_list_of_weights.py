# expect: failed; mistake: weights-for-losses
# about: Appends the new weight.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        error = weight * x - y_true
        weight = weight - lr * 2 * error * x
        losses.append(weight)
    return weight, losses
