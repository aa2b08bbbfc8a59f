# expect: passed
# about: Writes the error as y - pred and puts the minus into the factor -2.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    err = y - w * x
    loss_before = (err ** 2).mean()
    grad = -2 * (err * x).mean()      # minus from the chain rule!
    w_new = w - lr * grad
    err = y - w_new * x
    loss_after = (err ** 2).mean()
    return loss_before, grad, w_new, loss_after
