# expect: failed; mistake: not-fed-back
# about: The new weight has another name and is never used.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for i in range(steps):
        error = weight * x - y_true
        losses.append(error ** 2)
        new_weight = weight - lr * 2 * error * x
    return weight, losses
