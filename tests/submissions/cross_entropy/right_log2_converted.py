# expect: passed
# about: Base 2, changed to the natural logarithm at the end.

import numpy as np

def cross_entropy(y_true, y_prob):
    y_true = np.asarray(y_true, dtype=float)
    p = np.clip(y_prob, 1e-13, 1 - 1e-13)
    bits = -(y_true * np.log2(p) + (1 - y_true) * np.log2(1 - p))
    return bits.mean() * np.log(2)
