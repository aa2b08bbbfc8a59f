# expect: failed; mistake: history-all-alike
# about: One array is put into the list in every pass and changed in place, so all entries end up alike.
import numpy as np


def train_weight(x, y_true, weight, lr, steps):
    current = np.zeros(1)
    losses = []
    for _ in range(steps):
        guess = weight * x
        current[0] = (guess - y_true) ** 2
        losses.append(current)
        miss = guess - y_true
        weight = weight - lr * 2 * miss * x
    return weight, [loss.item() for loss in losses]
