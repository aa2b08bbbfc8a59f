# expect: failed; mistake: none
# about: Computes the gradient again after the update and returns that one.

import numpy as np

def grad_fn(x, y, w):
    return np.mean(2 * (w * x - y) * x)

def gradient_step(x, y, w, lr):
    x, y = np.asarray(x), np.asarray(y)
    loss_before = np.mean((w * x - y) ** 2)
    w = w - lr * grad_fn(x, y, w)
    loss_after = np.mean((w * x - y) ** 2)
    return loss_before, grad_fn(x, y, w), w, loss_after
