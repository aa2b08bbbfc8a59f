# expect: failed; mistake: abs-loss
# about: The losses are distances.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x
        losses.append(abs(pred - y_true))
        weight = weight - lr * 2 * (pred - y_true) * x
    return weight, losses
