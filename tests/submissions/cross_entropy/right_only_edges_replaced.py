# expect: passed
# about: Replaces only the exact zeros and ones before the logarithm.

import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.array(y_true, dtype=float)
    p = np.array(y_prob, dtype=float)
    p[p == 0] = 1e-15
    p[p == 1] = 1 - 1e-15
    return (-y * np.log(p) - (1 - y) * np.log(1 - p)).mean()
