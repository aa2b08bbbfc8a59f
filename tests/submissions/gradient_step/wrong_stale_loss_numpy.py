# expect: failed; mistake: loss-after-stale
# about: Reuses the old prediction for the loss after the step.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    pred = w * x
    loss_before = np.mean((pred - y) ** 2)
    grad = np.mean(2 * (pred - y) * x)
    w_new = w - lr * grad
    loss_after = np.mean((pred - y) ** 2)
    return loss_before, grad, w_new, loss_after
