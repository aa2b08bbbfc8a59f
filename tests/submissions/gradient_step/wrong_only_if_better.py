# expect: failed; mistake: none
# about: Keeps the old weight whenever the step would make the loss larger, so it is wrong only for large learning rates.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    loss_before = np.mean((w * x - y) ** 2)
    grad = np.mean(2 * (w * x - y) * x)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    if loss_after > loss_before:
        # step was too big, do not take it
        w_new = w
        loss_after = loss_before
    return loss_before, grad, w_new, loss_after
