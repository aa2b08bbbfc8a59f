# expect: passed
# about: Splits the examples by label with masks and divides by all of them.

import numpy as np

def cross_entropy(y_true, y_prob):
    y_true = np.asarray(y_true)
    y_prob = np.clip(y_prob, 1e-12, 1 - 1e-12)
    pos = y_prob[y_true == 1]
    neg = y_prob[y_true == 0]
    return -(np.log(pos).sum() + np.log(1 - neg).sum()) / y_true.size
