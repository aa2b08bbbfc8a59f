# expect: failed; mistake: sum-not-mean
# about: Sums and never divides.

import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.array(y_true)
    p = np.clip(y_prob, 1e-9, 1 - 1e-9)
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))
