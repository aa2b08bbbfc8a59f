# expect: failed; mistake: none
# about: Clips the gradient to the range from -1 to 1.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    loss_before = np.mean((w * x - y) ** 2)
    grad = np.mean(2 * (w * x - y) * x)
    # prevents exploding gradients
    grad = np.clip(grad, -1.0, 1.0)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
