# expect: failed; mistake: none
# about: Parameters in the other order and no clipping: the logarithm of a label of 0.

import numpy as np

def cross_entropy(p, y):
    p = np.asarray(p, dtype=float)
    y = np.asarray(y, dtype=float)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
