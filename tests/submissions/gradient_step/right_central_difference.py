# expect: passed
# about: Gets the gradient from a central difference, which is exact for a parabola up to rounding.

import numpy as np

def mse(x, y, w):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    return np.mean((w * x - y) ** 2)

def gradient_step(x, y, w, lr):
    # I did not want to do the derivative by hand
    h = 1e-3
    grad = (mse(x, y, w + h) - mse(x, y, w - h)) / (2 * h)
    w_new = w - lr * grad
    return mse(x, y, w), grad, w_new, mse(x, y, w_new)
