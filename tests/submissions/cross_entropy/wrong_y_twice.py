# expect: failed; mistake: y-for-both
# about: Copies the first term and changes only the logarithm.

import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.asarray(y_true)
    p = np.clip(y_prob, 1e-12, 1 - 1e-12)
    first = y * np.log(p)
    second = y * np.log(1 - p)
    return -(first + second).mean()
