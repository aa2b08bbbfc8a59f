# expect: failed; mistake: none
# about: Multiplies the error by x squared in the gradient.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    error = w * x - y
    loss_before = np.mean(error ** 2)
    grad = np.mean(2 * error * x ** 2)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
