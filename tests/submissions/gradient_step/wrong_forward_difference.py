# expect: failed; mistake: none
# about: Gets the gradient from a one-sided difference with a step of 0.1, which is far too coarse.

import numpy as np

def mse(x, y, w):
    return np.mean((w * np.asarray(x) - np.asarray(y)) ** 2)

def gradient_step(x, y, w, lr):
    h = 0.1
    grad = (mse(x, y, w + h) - mse(x, y, w)) / h
    w_new = w - lr * grad
    return mse(x, y, w), grad, w_new, mse(x, y, w_new)
