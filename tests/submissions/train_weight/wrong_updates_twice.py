# expect: failed; mistake: two-squared
# about: The update stands there twice.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        e = weight * x - y_true
        losses.append(e ** 2)
        grad = 2 * e * x
        weight -= lr * grad
        weight -= lr * grad
    return weight, losses
