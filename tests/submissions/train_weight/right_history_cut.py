# expect: passed
# about: Keeps the loss after every step too and cuts the last one off.
def train_weight(x, y_true, weight, lr, steps):
    losses = [(weight * x - y_true) ** 2]
    for _ in range(steps):
        weight = weight - lr * 2 * (weight * x - y_true) * x
        losses.append((weight * x - y_true) ** 2)
    return weight, losses[:-1]
