# expect: passed
# about: np.where picks the probability of what is true.

import numpy as np

def cross_entropy(y_true, y_prob):
    y_true, y_prob = np.asarray(y_true), np.asarray(y_prob)
    q = np.where(y_true == 1, y_prob, 1 - y_prob)
    q = np.where(q < 1e-10, 1e-10, q)
    return np.average(-np.log(q))
