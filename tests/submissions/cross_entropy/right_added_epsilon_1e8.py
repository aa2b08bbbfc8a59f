# expect: passed
# about: Adds 1e-8 to both probabilities first.

import numpy as np

eps = 1e-8
def cross_entropy(y_true, y_prob):
    a = np.asarray(y_true)
    p1 = np.asarray(y_prob) + eps
    p0 = 1 - np.asarray(y_prob) + eps
    return -(a @ np.log(p1) + (1 - a) @ np.log(p0)) / len(a)
