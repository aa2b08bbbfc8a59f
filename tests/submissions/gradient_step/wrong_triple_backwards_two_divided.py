# expect: failed; mistake: error-backwards + forgot-two + divided-by-lr
# about: Delta rule with minus, no 2, divided by lr.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x); y = np.asarray(y)
    err = y - w * x
    L0 = np.mean(err ** 2)
    dw = np.mean(err * x)
    w1 = w - dw / lr
    L1 = np.mean((y - w1 * x) ** 2)
    return L0, dw, w1, L1
