# expect: failed; mistake: error-backwards
# about: Takes the error as y - pred for the gradient and still subtracts.

import numpy as np

def gradient_step(x, y, w, lr):
    x, y = np.asarray(x), np.asarray(y)
    error = y - w * x                    # target minus prediction
    loss_before = np.mean(error ** 2)
    grad = np.mean(2 * error * x)
    w_new = w - lr * grad
    loss_after = np.mean((y - w_new * x) ** 2)
    return loss_before, grad, w_new, loss_after
