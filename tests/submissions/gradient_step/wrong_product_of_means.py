# expect: failed; mistake: none
# about: Takes mean(error) * mean(x) for the mean of the products.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    error = w * x - y
    loss_before = np.mean(error ** 2)
    grad = 2 * np.mean(error) * np.mean(x)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
