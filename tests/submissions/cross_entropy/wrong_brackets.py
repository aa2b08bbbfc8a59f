# expect: failed; mistake: missing-brackets
# about: 1 - y * log(1 - p) without brackets.

import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.asarray(y_true)
    p = np.clip(y_prob, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + 1 - y * np.log(1 - p))
