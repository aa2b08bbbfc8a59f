# expect: failed; mistake: none
# about: Converts the data to an integer array.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.array(x, dtype=int)
    y = np.array(y, dtype=int)
    loss_before = np.mean((w * x - y) ** 2)
    grad = np.mean(2 * (w * x - y) * x)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
