# expect: failed; mistake: not-reduced
# about: Divides by m but never sums.

import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.asarray(y_true)
    p = np.clip(y_prob, 1e-12, 1 - 1e-12)
    m = len(y)
    return -(y * np.log(p) + (1 - y) * np.log(1 - p)) / m
