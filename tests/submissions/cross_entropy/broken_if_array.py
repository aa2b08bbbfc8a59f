# expect: failed; mistake: none
# about: Asks if a whole array equals 1.

import numpy as np

def cross_entropy(y_true, y_prob):
    y, p = np.asarray(y_true), np.asarray(y_prob)
    if y == 1:
        return -np.log(p)
    else:
        return -np.log(1 - p)
