# expect: failed; mistake: log-of-mean
# about: Averages the probabilities of what is true and takes the logarithm at the end.

import numpy as np

def cross_entropy(y_true, y_prob):
    y, p = np.asarray(y_true), np.asarray(y_prob)
    q = np.where(y == 1, p, 1 - p)
    return -np.log(max(q.mean(), 1e-12))
