# expect: failed; mistake: one-step-more
# about: A while loop with <=.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    step = 0
    while step <= steps:
        error = weight * x - y_true
        losses.append(error * error)
        weight = weight - lr * 2 * error * x
        step = step + 1
    return weight, losses
