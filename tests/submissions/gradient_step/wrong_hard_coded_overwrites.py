# expect: failed; mistake: hard-coded
# about: Sets x, y, w and lr to the example's values inside the function, so the answer is always the example's.

import numpy as np

def gradient_step(x, y, w, lr):
    # the values from the example
    x = np.array([2.0])
    y = np.array([6.0])
    w = 1.0
    lr = 0.1

    loss_before = np.mean((w * x - y) ** 2)
    grad = np.mean(2 * (w * x - y) * x)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
