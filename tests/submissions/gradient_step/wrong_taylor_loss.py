# expect: failed; mistake: none
# about: Guesses the loss after the step from the tangent line instead of computing it.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    loss_before = np.mean((w * x - y) ** 2)
    grad = np.mean(2 * (w * x - y) * x)
    w_new = w - lr * grad
    # loss goes down by slope * distance
    loss_after = loss_before + grad * (w_new - w)
    return loss_before, grad, w_new, loss_after
