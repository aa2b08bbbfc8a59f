# expect: failed; mistake: halved-loss + forgot-two
# about: Uses the convention of half the mean squared error, so losses and gradient are all halved.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x, float)
    y = np.asarray(y, float)
    m = len(x)
    # J = 1/(2m) * sum (wx - y)^2   (the one half cancels the 2)
    J = np.sum((w * x - y) ** 2) / (2 * m)
    grad = np.sum((w * x - y) * x) / m
    w_new = w - lr * grad
    J_new = np.sum((w_new * x - y) ** 2) / (2 * m)
    return J, grad, w_new, J_new
