# expect: failed; mistake: changed-the-input
# about: Keeps the error in the caller's y array with y -= w*x; the four values are right.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    y -= w * x                     # y is now the error (target - pred), saves memory
    loss_before = np.mean(y ** 2)
    grad = -2 * np.mean(y * x)
    w_new = w - lr * grad
    y -= (w_new - w) * x           # error with the new weight
    loss_after = np.mean(y ** 2)
    return loss_before, grad, w_new, loss_after
