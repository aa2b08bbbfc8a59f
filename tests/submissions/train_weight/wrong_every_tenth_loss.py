# expect: failed; mistake: first-loss-only
# about: Keeps the loss of every tenth step.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for i in range(steps):
        e = weight * x - y_true
        if i % 10 == 0:
            losses.append(e ** 2)
        weight = weight - lr * 2 * e * x
    return weight, losses
