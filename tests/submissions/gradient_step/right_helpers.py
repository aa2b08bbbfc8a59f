# expect: passed
# about: Splits the work into helper functions mse and gradient.

import numpy as np

def predict(x, w):
    return w * np.asarray(x)

def mse(x, y, w):
    return np.mean((predict(x, w) - np.asarray(y)) ** 2)

def gradient(x, y, w):
    return np.mean(2 * (predict(x, w) - np.asarray(y)) * np.asarray(x))

def gradient_step(x, y, w, lr):
    loss_before = mse(x, y, w)
    grad = gradient(x, y, w)
    w_new = w - lr * grad
    loss_after = mse(x, y, w_new)
    return loss_before, grad, w_new, loss_after
