# expect: error
# about: Stores a result under the name of the function, so it is a tuple afterwards.

import numpy as np

def gradient_step(x, y, w, lr):
    x, y = np.asarray(x), np.asarray(y)
    e = w * x - y
    g = 2 * np.mean(e * x)
    v = w - lr * g
    return np.mean(e ** 2), g, v, np.mean((v * x - y) ** 2)

gradient_step = gradient_step([2.0], [6.0], 1.0, 0.1)
print(gradient_step)
