# expect: failed; mistake: weight-reset
# about: Begins with a weight of 0.
def train_weight(x, y_true, weight, lr, steps):
    weight = 0.0
    losses = []
    for _ in range(steps):
        e = weight * x - y_true
        losses.append(e ** 2)
        weight = weight - lr * 2 * e * x
    return weight, losses
