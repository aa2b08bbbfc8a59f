# expect: failed; mistake: log-missing
# about: Forgets the logarithms.

import numpy as np

def cross_entropy(y_true, y_prob):
    y, p = np.asarray(y_true), np.asarray(y_prob)
    return -np.mean(y * p + (1 - y) * (1 - p))
