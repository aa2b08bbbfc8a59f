# expect: failed; mistake: large-epsilon
# about: Adds 1e-5 in both logarithms.

import numpy as np

def cross_entropy(y_true, y_prob):
    y, p = np.array(y_true), np.array(y_prob)
    return -np.mean(y * np.log(p + 1e-5) + (1 - y) * np.log(1 - p + 1e-5))
