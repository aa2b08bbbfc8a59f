# expect: failed; mistake: changed-the-input
# about: Does x *= w on an alias of the caller's array, so x is lost and the values are wrong too.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    pred = x
    pred *= w
    loss_before = np.mean((pred - y) ** 2)
    grad = np.mean(2 * (pred - y) * x)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
