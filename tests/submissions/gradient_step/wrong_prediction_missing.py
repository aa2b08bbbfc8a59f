# expect: failed; mistake: none
# about: The gradient uses only the target, the prediction is missing.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    pred = w * x
    loss_before = np.mean((pred - y) ** 2)
    grad = np.mean(2 * -y * x)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
