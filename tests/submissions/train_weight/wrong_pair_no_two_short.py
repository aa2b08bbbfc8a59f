# expect: failed; mistake: forgot-two + one-step-short
# about: No 2, and one step too few.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps - 1):
        e = weight * x - y_true
        losses.append(e ** 2)
        weight -= lr * e * x
    return weight, losses
