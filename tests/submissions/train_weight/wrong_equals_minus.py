# expect: failed; mistake: returned-step
# about: =- for -=.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        error = weight * x - y_true
        losses.append(error ** 2)
        weight =- lr * 2 * error * x
    return weight, losses
