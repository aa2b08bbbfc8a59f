# expect: failed; mistake: forgot-x + forgot-lr
# about: No x in the gradient, and no lr in the update.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    diff = w * x - y
    loss_before = (diff ** 2).mean()
    grad = (2 * diff).mean()
    w_new = w - grad
    diff = w_new * x - y
    loss_after = (diff ** 2).mean()
    return loss_before, grad, w_new, loss_after
