# expect: error
# about: The function takes three parameters, lr is a constant of the module.

import numpy as np

lr = 0.1

def gradient_step(x, y, w):
    x = np.asarray(x)
    y = np.asarray(y)
    loss_before = np.mean((w * x - y) ** 2)
    grad = np.mean(2 * (w * x - y) * x)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
