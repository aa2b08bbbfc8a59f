# expect: failed; mistake: wrong-order
# about: Returns the two losses first, then gradient and weight.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    error = w * x - y
    loss_before = np.mean(error ** 2)
    grad = np.mean(2 * error * x)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, loss_after, grad, w_new
