# expect: failed; mistake: starts-over-each-step
# about: Goes back to the first weight in every pass.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        w = weight
        error = w * x - y_true
        losses.append(error ** 2)
        w = w - lr * 2 * error * x
    return w if steps else weight, losses
