# expect: failed; mistake: none
# about: Takes the mean of the gradient and then divides by n once more.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    n = len(x)
    loss_before = np.mean((w * x - y) ** 2)
    grad = 2 / n * np.mean((w * x - y) * x)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
