# expect: passed
# about: Adds 1e-7 inside both logarithms, the largest distance the task allows.

import numpy as np

def cross_entropy(y_true, y_prob):
    y_true = np.array(y_true)
    y_prob = np.array(y_prob)
    return np.mean(-y_true * np.log(y_prob + 1e-7) - (1 - y_true) * np.log(1 - y_prob + 1e-7))
