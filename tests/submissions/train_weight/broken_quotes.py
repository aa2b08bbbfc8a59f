# expect: error; mistake: syntax-error
# about: A text that is never closed.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for i in range(steps):
        print("loss)
        losses.append((weight * x - y_true) ** 2)
        weight = weight - lr * 2 * (weight * x - y_true) * x
    return weight, losses
