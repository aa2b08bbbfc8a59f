# expect: failed; mistake: changed-the-input
# about: Centres the caller's x in place before starting, which also makes the values wrong.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    # always normalise your data first!!
    x -= x.mean()
    error = w * x - y
    loss_before = np.mean(error ** 2)
    grad = np.mean(2 * error * x)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
