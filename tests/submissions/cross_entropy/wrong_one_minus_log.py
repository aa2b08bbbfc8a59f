# expect: failed; mistake: one-minus-log
# about: The 1 - has slipped out of the logarithm.

import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.asarray(y_true)
    p = np.clip(y_prob, 1e-12, 1 - 1e-12)
    return -(y * np.log(p) + (1 - y) * (1 - np.log(p))).mean()
