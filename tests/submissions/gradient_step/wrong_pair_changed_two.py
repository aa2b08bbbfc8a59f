# expect: failed; mistake: changed-the-input + forgot-two
# about: Turns the caller's y into the error in place, and leaves out the 2.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    y -= w * x
    loss_before = np.mean(y ** 2)
    grad = -np.mean(y * x)
    w_new = w - lr * grad
    y -= (w_new - w) * x
    loss_after = np.mean(y ** 2)
    return loss_before, grad, w_new, loss_after
