# expect: failed; mistake: one-step-short
# about: range(1, steps) makes one pass too few.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for step in range(1, steps):
        error = weight * x - y_true
        losses.append(error * error)
        weight = weight - lr * 2 * error * x
    return weight, losses
