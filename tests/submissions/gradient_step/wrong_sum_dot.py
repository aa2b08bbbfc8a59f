# expect: failed; mistake: sum-not-mean
# about: Uses the dot product and takes it for the average.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    r = w * x - y
    g = 2 * r @ x
    w2 = w - lr * g
    return (r ** 2).mean(), g, w2, ((w2 * x - y) ** 2).mean()
