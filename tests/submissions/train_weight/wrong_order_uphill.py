# expect: failed; mistake: wrong-order + added-gradient
# about: The losses first, and uphill.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        e = weight * x - y_true
        losses.append(e ** 2)
        weight = weight + lr * 2 * e * x
    return losses, weight
