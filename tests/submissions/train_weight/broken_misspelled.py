# expect: error; mistake: missing-function
# about: train_wieght.
def train_wieght(x, y_true, weight, lr, steps):
    losses = []
    for i in range(steps):
        losses.append((weight * x - y_true) ** 2)
        weight = weight - lr * 2 * (weight * x - y_true) * x
    return weight, losses
