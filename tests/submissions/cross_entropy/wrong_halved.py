# expect: failed; mistake: halved
# about: Divides by 2 because there are two terms.

import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.asarray(y_true)
    p = np.clip(y_prob, 1e-12, 1 - 1e-12)
    pos = -y * np.log(p)
    neg = -(1 - y) * np.log(1 - p)
    return np.mean((pos + neg) / 2)
