# expect: failed; mistake: forgot-x
# about: The gradient is the mean of 2*error, without the inner derivative x.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    error = w * x - y
    loss_before = np.mean(error ** 2)
    grad = np.mean(2 * error)      # derivative of error^2 is 2*error
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
