# expect: failed; mistake: one-step-only
# about: One step without a loop.
def train_weight(x, y_true, weight, lr, steps):
    pred = weight * x
    loss = (pred - y_true) ** 2
    weight = weight - lr * 2 * (pred - y_true) * x
    return weight, [loss]
