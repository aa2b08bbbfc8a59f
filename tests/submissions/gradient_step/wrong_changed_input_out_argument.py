# expect: failed; mistake: changed-the-input
# about: np.multiply with out=x writes the prediction into the caller's array after the gradient is done; values right.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x, float); y = np.asarray(y, float)
    e = w * x - y
    grad = 2 * np.mean(e * x)
    w_new = w - lr * grad
    new_pred = np.multiply(x, w_new, out=x)
    return np.mean(e ** 2), grad, w_new, np.mean((new_pred - y) ** 2)
