# expect: failed; mistake: swapped-arguments
# about: The parameters are in the other order, and what is called p is clipped.

import numpy as np

def cross_entropy(p, y):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    y = np.asarray(y)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
