# expect: passed
# about: Returns 0-d arrays.

import numpy as np

def gradient_step(x, y, w, lr):
    x, y, w = np.asarray(x, float), np.asarray(y, float), np.asarray(w, float)
    f = lambda w: np.asarray(((w * x - y) ** 2).mean())
    g = np.asarray((2 * (w * x - y) * x).mean())
    new = np.asarray(w - lr * g)
    return f(w), g, new, f(new)
