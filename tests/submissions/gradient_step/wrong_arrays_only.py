# expect: failed; mistake: none
# about: Right for numpy arrays, but a plain list raises an error because w*x is not possible.

import numpy as np

def gradient_step(x, y, w, lr):
    loss_before = np.mean((w * x - y) ** 2)
    grad = np.mean(2 * (w * x - y) * x)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
