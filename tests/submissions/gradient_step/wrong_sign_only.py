# expect: failed; mistake: none
# about: Moves by lr in the direction of the sign of the gradient and ignores its size.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    loss_before = np.mean((w * x - y) ** 2)
    grad = np.mean(2 * (w * x - y) * x)
    if grad > 0:
        w_new = w - lr
    else:
        w_new = w + lr
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
