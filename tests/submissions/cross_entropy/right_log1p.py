# expect: passed
# about: log1p(-p) for log(1 - p), with finite limits on the logarithms.

import numpy as np

def cross_entropy(y_true, y_prob):
    y_true = np.asarray(y_true, dtype=float)
    y_prob = np.asarray(y_prob, dtype=float)
    with np.errstate(divide="ignore"):
        a = np.maximum(np.log(y_prob), -100)
        b = np.maximum(np.log1p(-y_prob), -100)
    return -(y_true * a + (1 - y_true) * b).mean()
