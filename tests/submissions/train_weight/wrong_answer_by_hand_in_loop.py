# expect: failed; mistake: weight-by-hand
# about: Jumps to the right answer in the first step.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        losses.append((weight * x - y_true) ** 2)
        weight = y_true / x
    return weight, losses
