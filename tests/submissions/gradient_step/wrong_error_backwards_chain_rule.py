# expect: failed; mistake: error-backwards
# about: Differentiates (y - wx)^2 with the chain rule but forgets the minus of the inner derivative.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.array(x, dtype=float)
    y = np.array(y, dtype=float)
    N = len(x)
    # L = 1/N * sum (y - wx)^2
    L = 1 / N * np.sum((y - w * x) ** 2)
    # outer derivative 2*(y - wx), inner derivative x
    dL = 1 / N * np.sum(2 * (y - w * x) * x)
    w1 = w - lr * dL
    L1 = 1 / N * np.sum((y - w1 * x) ** 2)
    return L, dL, w1, L1
