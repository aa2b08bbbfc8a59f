# expect: failed; mistake: forgot-two + sum-not-mean + added-gradient
# about: Sum of error*x without 2, added to the weight.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    e = w * x - y
    loss_before = np.mean(e ** 2)
    grad = np.dot(e, x)
    w_new = w + lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
