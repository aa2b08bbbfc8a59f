"""One step of gradient descent on prediction = w * x, one thought a line."""

import numpy as np


def gradient_step(x, y, w, lr):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    prediction = w * x
    error = prediction - y
    loss_before = np.mean(error**2)
    # The chain rule, link by link: error² changes by 2 * error, and the error changes by x when w changes by 1.
    slope = 2 * error
    slopes = slope * x
    grad = np.mean(slopes)
    # The gradient points uphill, so the step goes against it.
    step = lr * grad
    w_new = w - step
    new_error = w_new * x - y
    loss_after = np.mean(new_error**2)
    return loss_before, grad, w_new, loss_after
