# expect: failed; mistake: none
# about: Divides every sum by n - 1, as in the sample variance.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    n = len(x)
    if n == 1:
        n = 2   # otherwise division by zero
    loss_before = np.sum((w * x - y) ** 2) / (n - 1)
    grad = np.sum(2 * (w * x - y) * x) / (n - 1)
    w_new = w - lr * grad
    loss_after = np.sum((w_new * x - y) ** 2) / (n - 1)
    return loss_before, grad, w_new, loss_after
