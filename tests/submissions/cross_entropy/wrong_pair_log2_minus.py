# expect: failed; mistake: log-base-two + no-minus
# about: Base 2 and no minus.

import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.asarray(y_true)
    p = np.clip(y_prob, 1e-12, 1 - 1e-12)
    return (y * np.log2(p) + (1 - y) * np.log2(1 - p)).mean()
