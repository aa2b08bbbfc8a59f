# expect: failed; mistake: added-gradient
# about: Adds lr*grad, so it walks uphill.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    pred = w * x
    loss_before = np.mean((pred - y) ** 2)
    grad = np.mean(2 * (pred - y) * x)
    # update the weight with the gradient
    w_new = w + lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
