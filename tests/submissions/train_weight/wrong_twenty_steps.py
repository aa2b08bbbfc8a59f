# expect: failed; mistake: steps-overwritten
# about: Always 20 steps.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(20):
        e = weight * x - y_true
        losses.append(e ** 2)
        weight = weight - lr * 2 * e * x
    return weight, losses
