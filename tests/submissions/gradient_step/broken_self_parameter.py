# expect: error
# about: Has a self parameter, although it is not in a class any more.

import numpy as np

def gradient_step(self, x, y, w, lr):
    x, y = np.asarray(x), np.asarray(y)
    e = w * x - y
    g = 2 * np.mean(e * x)
    v = w - lr * g
    return np.mean(e ** 2), g, v, np.mean((v * x - y) ** 2)
