# expect: passed
# about: numpy's own scalars all the way.
import numpy as np

def train_weight(x, y_true, weight, lr, steps):
    w = np.float64(weight)
    losses = []
    for _ in range(steps):
        e = np.subtract(np.multiply(w, x), y_true)
        losses.append(np.square(e))
        w = w - np.float64(lr) * 2.0 * e * x
    return w, losses
