# expect: failed; mistake: added-gradient
# about: Defines the step as -lr*grad and then subtracts the step, so two minus signs make a plus.

import numpy as np

def mse(x, y, w):
    return np.mean((w * np.asarray(x) - np.asarray(y)) ** 2)

def gradient_step(x, y, w, lr):
    """Gradient descent: step against the gradient."""
    grad = 2 * np.mean((w * np.asarray(x) - np.asarray(y)) * np.asarray(x))
    step = -lr * grad
    w_new = w - step
    return mse(x, y, w), grad, w_new, mse(x, y, w_new)
