# expect: failed; mistake: none
# about: Mixes up inputs and targets: predicts x from y.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    pred = w * y
    loss_before = np.mean((pred - x) ** 2)
    grad = np.mean(2 * (pred - x) * y)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * y - x) ** 2)
    return loss_before, grad, w_new, loss_after
