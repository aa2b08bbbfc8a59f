# expect: failed; mistake: none
# about: The parameters are named (x, y, lr, w), so weight and learning rate change places.

import numpy as np

def gradient_step(x, y, lr, w):
    x = np.asarray(x)
    y = np.asarray(y)
    error = w * x - y
    loss_before = np.mean(error ** 2)
    grad = np.mean(2 * error * x)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
