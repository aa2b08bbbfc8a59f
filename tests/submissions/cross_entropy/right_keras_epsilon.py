# expect: passed
# about: Clips with 1e-7 as a well-known library does.

import numpy as np

EPS = 1e-7

def cross_entropy(y_true, y_prob):
    y_true, y_prob = np.asarray(y_true, float), np.asarray(y_prob, float)
    y_prob = np.minimum(np.maximum(y_prob, EPS), 1 - EPS)
    bce = y_true * np.log(y_prob)
    bce += (1 - y_true) * np.log(1 - y_prob)
    return float(np.mean(-bce))
