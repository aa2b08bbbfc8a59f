# expect: failed; mistake: added-gradient + forgot-lr
# about: w + grad.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    grad = np.mean(2 * x * (w * x - y))
    w_new = w + grad
    loss = lambda v: np.mean((v * x - y) ** 2)
    return loss(w), grad, w_new, loss(w_new)
