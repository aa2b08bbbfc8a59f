# expect: failed; mistake: weight-by-hand
# about: Computes the right answer and returns it.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    w = weight
    for _ in range(steps):
        e = w * x - y_true
        losses.append(e ** 2)
        w = w - lr * 2 * e * x
    weight = y_true / x
    return weight, losses
