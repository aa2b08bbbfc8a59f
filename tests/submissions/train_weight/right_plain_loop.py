# expect: passed
# about: The five stages in a for loop.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for step in range(steps):
        pred = weight * x
        loss = (pred - y_true) ** 2
        losses.append(loss)
        grad = 2 * (pred - y_true) * x
        weight = weight - lr * grad
    return weight, losses
