# expect: failed; mistake: none
# about: Returns a dictionary instead of four values; the numbers in it are right.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    grad = np.mean(2 * (w * x - y) * x)
    w_new = w - lr * grad
    return {
        "loss_before": np.mean((w * x - y) ** 2),
        "grad": grad,
        "w_new": w_new,
        "loss_after": np.mean((w_new * x - y) ** 2),
    }
