# expect: failed; mistake: none
# about: Always subtracts: the update uses the absolute value of the gradient.

import numpy as np

def gradient_step(x, y, w, lr):
    x, y = np.asarray(x, float), np.asarray(y, float)
    before = np.mean((w * x - y) ** 2)
    grad = abs(np.mean(2 * (w * x - y) * x))   # size of the slope
    w_new = w - lr * grad
    after = np.mean((w_new * x - y) ** 2)
    return before, grad, w_new, after
