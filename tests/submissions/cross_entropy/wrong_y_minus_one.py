# expect: failed; mistake: minus-on-one-only
# about: Writes y - 1 where 1 - y belongs.

import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.asarray(y_true)
    p = np.clip(y_prob, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (y - 1) * np.log(1 - p))
