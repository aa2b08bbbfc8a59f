# expect: passed
# about: Takes the error as y - w*x and adds lr*grad, so both signs are turned and the weight is right.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    error = y - w * x
    loss_before = np.mean(error ** 2)
    grad = np.mean(2 * error * x)     # direction in which w should move
    w_new = w + lr * grad
    loss_after = np.mean((y - w_new * x) ** 2)
    return loss_before, grad, w_new, loss_after
