# expect: failed; mistake: returned-none
# about: The return is inside an inner function and the outer one returns nothing.

import numpy as np

def gradient_step(x, y, w, lr):
    def step():
        X = np.asarray(x)
        Y = np.asarray(y)
        g = np.mean(2 * (w * X - Y) * X)
        w_new = w - lr * g
        return np.mean((w * X - Y) ** 2), g, w_new, np.mean((w_new * X - Y) ** 2)
    step()
