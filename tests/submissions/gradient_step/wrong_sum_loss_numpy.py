# expect: failed; mistake: sum-not-mean
# about: The losses are sums of squares; gradient and weight are right.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.array(x)
    y = np.array(y)
    loss_before = np.sum((w * x - y) ** 2)
    grad = (2 * (w * x - y) * x).mean()
    w_new = w - lr * grad
    loss_after = np.sum((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
