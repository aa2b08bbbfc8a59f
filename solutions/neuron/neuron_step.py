"""One step of gradient descent for a neuron with a sigmoid and cross-entropy, one thought a line."""

import numpy as np


def neuron_step(X, y, w, b, lr):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    w = np.asarray(w, dtype=float)
    z = X @ w + b
    p = 1 / (1 + np.exp(-z))
    # ln(0) is not finite, so p stays a little away from 0 and 1, in the loss only.
    safe = np.clip(p, 1e-12, 1 - 1e-12)
    surprise = -(y * np.log(safe) + (1 - y) * np.log(1 - safe))
    loss_before = np.mean(surprise)
    error = p - y
    # Behind the sigmoid and the cross-entropy, the slope of the loss over z is the error itself.
    slope = error
    # Each row of X is multiplied by its own slope.
    slopes = slope[:, None] * X
    grad_w = np.mean(slopes, axis=0)
    step_w = lr * grad_w
    w_new = w - step_w
    # The bias uses the slope from above, measured before the weights moved: one prediction, two gradients.
    bias_slope = slope
    grad_b = np.mean(bias_slope)
    step_b = lr * grad_b
    b_new = b - step_b
    return loss_before, grad_w, grad_b, w_new, b_new
