# expect: failed; mistake: one-minus-missing
# about: Copies the first term and changes only the factor.

import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.asarray(y_true)
    p = np.asarray(y_prob) + 1e-15
    first = y * np.log(p)
    second = (1 - y) * np.log(p)
    return -(first + second).mean()
