# expect: error
# about: Takes only w, grad, m and v; the rest are constants.

import numpy as np

LR, B1, B2, EPS, T = 0.001, 0.9, 0.999, 1e-8, 1

def adam_step(w, grad, m, v):
    m = B1 * np.array(m) + (1 - B1) * np.array(grad)
    v = B2 * np.array(v) + (1 - B2) * np.array(grad) ** 2
    return w - LR * m / (1 - B1 ** T) / (np.sqrt(v / (1 - B2 ** T)) + EPS), m, v
