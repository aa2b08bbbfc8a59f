# expect: passed
# about: Turns every result into np.float64 on purpose.

import numpy as np

def gradient_step(x, y, w, lr):
    loss_before = np.float64(0)
    grad = np.float64(0)
    loss_after = np.float64(0)
    n = np.float64(len(x))
    for a, b in zip(x, y):
        loss_before += np.square(w * a - b)
        grad += np.float64(2) * (w * a - b) * a
    loss_before /= n
    grad /= n
    w_new = np.float64(w) - np.float64(lr) * grad
    for a, b in zip(x, y):
        loss_after += np.square(w_new * a - b)
    loss_after /= n
    return loss_before, grad, w_new, loss_after
