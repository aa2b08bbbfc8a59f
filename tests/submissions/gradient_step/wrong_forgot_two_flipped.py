# expect: failed; mistake: forgot-two
# about: Turns both signs (y - wx and plus), which is fine, but leaves out the 2.

import numpy as np

def gradient_step(x, y, w, lr):
    # delta rule from the lecture: w <- w + lr * (y - wx) * x
    x = np.asarray(x, float)
    y = np.asarray(y, float)
    delta = y - w * x
    grad = np.mean(delta * x)
    w_new = w + lr * grad
    return np.mean(delta ** 2), grad, w_new, np.mean((y - w_new * x) ** 2)
