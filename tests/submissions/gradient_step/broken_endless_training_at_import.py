# expect: timeout
# about: Trains at module level until the loss is exactly zero, which never happens.

import numpy as np

def gradient_step(x, y, w, lr):
    x, y = np.asarray(x), np.asarray(y)
    e = w * x - y
    g = 2 * np.mean(e * x)
    v = w - lr * g
    return np.mean(e ** 2), g, v, np.mean((v * x - y) ** 2)

w = 0.0
loss = 1.0
while loss != 0:
    _, _, w, loss = gradient_step([1.0, 2.0, 3.0], [2.0, 3.9, 6.1], w, 0.01)
