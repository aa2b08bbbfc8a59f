# expect: failed; mistake: none
# about: Keeps the weight between -100 and 100.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        error = weight * x - y_true
        losses.append(error ** 2)
        weight = weight - lr * 2 * error * x
        weight = max(-100, min(100, weight))
    return weight, losses
