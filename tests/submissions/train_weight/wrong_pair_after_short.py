# expect: failed; mistake: loss-after-update + one-step-short
# about: The loss after the update, and one step too few.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for k in range(1, steps):
        e = weight * x - y_true
        weight -= lr * 2 * e * x
        losses.append((weight * x - y_true) ** 2)
    return weight, losses
