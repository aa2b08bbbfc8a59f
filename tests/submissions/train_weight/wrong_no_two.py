# expect: failed; mistake: forgot-two
# about: The gradient without the 2.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        e = weight * x - y_true
        losses.append(e ** 2)
        weight -= lr * e * x
    return weight, losses
