# expect: failed; mistake: returned-step
# about: Returns the step -lr*grad in the place of the new weight; the loss after is right.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    loss_before = np.mean((w * x - y) ** 2)
    grad = np.mean(2 * (w * x - y) * x)
    delta_w = -lr * grad
    loss_after = np.mean(((w + delta_w) * x - y) ** 2)
    return loss_before, grad, delta_w, loss_after
