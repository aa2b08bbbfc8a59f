# expect: passed
# about: Uses np.einsum for the sums.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x, dtype=np.float64)
    y = np.asarray(y, dtype=np.float64)
    n = x.shape[0]
    e = w * x - y
    loss_before = np.einsum('i,i->', e, e) / n
    grad = 2.0 / n * np.einsum('i,i->', e, x)
    w_new = w - lr * grad
    e = w_new * x - y
    loss_after = np.einsum('i,i->', e, e) / n
    return loss_before, grad, w_new, loss_after
