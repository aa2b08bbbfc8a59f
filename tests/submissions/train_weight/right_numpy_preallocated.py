# expect: passed
# about: The losses in an array that was made before.
import numpy as np

def train_weight(x, y_true, weight, lr, steps):
    losses = np.zeros(steps)
    for i in range(steps):
        e = weight * x - y_true
        losses[i] = e ** 2
        weight = weight - lr * 2 * e * x
    return weight, losses
