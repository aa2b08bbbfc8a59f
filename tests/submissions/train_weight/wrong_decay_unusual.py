# expect: failed; mistake: none
# about: A decay with a number of its own.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for i in range(steps):
        error = weight * x - y_true
        losses.append(error ** 2)
        weight = weight - lr / (1 + 0.37 * i) * 2 * error * x
    return weight, losses
