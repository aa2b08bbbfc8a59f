# expect: failed; mistake: error-backwards + loss-after-stale
# about: The error is y - pred while subtracting, and the loss after uses the old error.

import numpy as np

def gradient_step(x, y, w, lr):
    x, y = np.asarray(x), np.asarray(y)
    error = y - w * x
    loss_before = np.mean(error ** 2)
    grad = 2 * np.mean(error * x)
    w_new = w - lr * grad
    loss_after = np.mean(error ** 2)
    return loss_before, grad, w_new, loss_after
