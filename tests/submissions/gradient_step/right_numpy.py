# expect: passed
# about: The plain vectorised answer with np.asarray.

import numpy as np


def gradient_step(x, y, w, lr):
    """One gradient-descent step for the model w*x with MSE loss."""
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    error = w * x - y
    loss_before = np.mean(error ** 2)
    grad = np.mean(2 * error * x)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
