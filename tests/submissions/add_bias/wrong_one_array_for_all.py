# expect: failed; mistake: history-all-alike
# about: One array is put into the list in every pass and changed in place, so all entries end up alike.
import numpy as np


def train_with_bias(x, y_true, weight, bias, lr, steps):
    current = np.zeros(1)
    losses = []
    for _ in range(steps):
        guess = weight * x + bias
        current[0] = (guess - y_true) ** 2
        losses.append(current)
        miss = guess - y_true
        weight, bias = weight - lr * 2 * miss * x, bias - lr * 2 * miss
    return weight, bias, [loss.item() for loss in losses]
