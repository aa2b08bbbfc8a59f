# expect: failed; mistake: sum-not-mean + returned-step
# about: Summed gradient, and the step is returned in the place of the weight.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.array(x, float)
    y = np.array(y, float)
    loss_before = np.mean((w * x - y) ** 2)
    grad = np.sum(2 * (w * x - y) * x)
    step = -lr * grad
    loss_after = np.mean(((w + step) * x - y) ** 2)
    return loss_before, grad, step, loss_after
