# expect: passed
# about: Works in place, but only on its own copies.

import numpy as np

def gradient_step(x, y, w, lr):
    e = np.array(x, dtype=float)    # np.array makes a copy, so x stays as it is
    e *= w
    e -= y
    loss_before = np.mean(e ** 2)
    e *= 2
    e *= x
    grad = e.mean()
    w -= lr * grad                  # w is just a number, so this is fine
    e = np.array(x, dtype=float)
    e *= w
    e -= y
    e **= 2
    return loss_before, grad, w, e.mean()
