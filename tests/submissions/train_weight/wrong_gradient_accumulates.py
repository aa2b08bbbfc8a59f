# expect: failed; mistake: gradient-not-reset
# about: The gradient is added up and never set back to 0.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    grad = 0
    for _ in range(steps):
        e = weight * x - y_true
        losses.append(e ** 2)
        grad += 2 * e * x
        weight = weight - lr * grad
    return weight, losses
