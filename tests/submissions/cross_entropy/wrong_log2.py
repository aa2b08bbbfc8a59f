# expect: failed; mistake: log-base-two
# about: Uses log2, as entropy is measured in bits.

import numpy as np

def cross_entropy(y_true, y_prob):
    y_true = np.asarray(y_true)
    p = np.clip(y_prob, 1e-12, 1 - 1e-12)
    return -np.mean(y_true * np.log2(p) + (1 - y_true) * np.log2(1 - p))
