# expect: failed; mistake: none
# about: Returns the root of the mean squared error as the loss.

import numpy as np

def rmse(x, y, w):
    return np.sqrt(np.mean((w * x - y) ** 2))

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    grad = np.mean(2 * (w * x - y) * x)
    w_new = w - lr * grad
    return rmse(x, y, w), grad, w_new, rmse(x, y, w_new)
