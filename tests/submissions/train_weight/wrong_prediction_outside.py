# expect: failed; mistake: prediction-outside-loop
# about: The prediction is computed before the loop.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    pred = weight * x
    for _ in range(steps):
        losses.append((pred - y_true) ** 2)
        weight -= lr * 2 * (pred - y_true) * x
    return weight, losses
