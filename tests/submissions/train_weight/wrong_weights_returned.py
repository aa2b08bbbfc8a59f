# expect: failed; mistake: weight-history
# about: Returns all weights.
def train_weight(x, y_true, weight, lr, steps):
    losses, weights = [], []
    for _ in range(steps):
        e = weight * x - y_true
        losses.append(e ** 2)
        weight = weight - lr * 2 * e * x
        weights.append(weight)
    return weights, losses
