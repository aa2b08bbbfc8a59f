# expect: failed; mistake: none
# about: Returns only the new weight.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    grad = np.mean(2 * (w * x - y) * x)
    return w - lr * grad
