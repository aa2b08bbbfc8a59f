# expect: passed
# about: Finds the best weight first and gets the gradient from the distance to it.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    curvature = 2 * np.mean(x ** 2)
    if curvature == 0:
        # all x are zero: weight does not matter
        loss = np.mean(y ** 2)
        return loss, 0.0, w, loss
    best = np.mean(x * y) / np.mean(x ** 2)
    grad = curvature * (w - best)
    w_new = w - lr * grad
    return np.mean((w * x - y) ** 2), grad, w_new, np.mean((w_new * x - y) ** 2)
