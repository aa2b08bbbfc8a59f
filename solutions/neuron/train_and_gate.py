"""A neuron with a sigmoid learns AND by gradient descent, one thought a line."""

import numpy as np


def train_and_gate(w, b, lr, epochs):
    X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    y = np.array([0.0, 0.0, 0.0, 1.0])
    w = np.array(w, dtype=float)
    losses = []
    for _ in range(epochs):
        z = X @ w + b
        p = 1 / (1 + np.exp(-z))
        # ln(0) is not finite, so p stays a little away from 0 and 1, in the loss only.
        safe = np.clip(p, 1e-12, 1 - 1e-12)
        surprise = -(y * np.log(safe) + (1 - y) * np.log(1 - safe))
        losses.append(np.mean(surprise))
        error = p - y
        # Behind the sigmoid and the cross-entropy, the slope of the loss over z is the error itself.
        slope = error
        slopes = slope[:, None] * X
        grad_w = np.mean(slopes, axis=0)
        step_w = lr * grad_w
        new_w = w - step_w
        # The bias uses the slope from above, measured before the weights moved: one prediction, two gradients.
        bias_slope = slope
        grad_b = np.mean(bias_slope)
        step_b = lr * grad_b
        new_b = b - step_b
        w, b = new_w, new_b
    return w, b, losses
