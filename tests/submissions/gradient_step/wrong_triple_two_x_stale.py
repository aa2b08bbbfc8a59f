# expect: failed; mistake: forgot-two + forgot-x + loss-after-stale
# about: The gradient is just the mean error, and the loss after is the old one.

import numpy as np

def loss_fn(pred, y):
    return np.mean((pred - y) ** 2)

def gradient_step(x, y, w, lr):
    x, y = np.asarray(x), np.asarray(y)
    pred = w * x
    loss_before = loss_fn(pred, y)
    grad = np.mean(pred - y)
    w_new = w - lr * grad
    loss_after = loss_fn(pred, y)
    return loss_before, grad, w_new, loss_after
