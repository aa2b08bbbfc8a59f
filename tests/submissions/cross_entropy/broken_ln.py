# expect: error
# about: np.ln does not exist.

import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.asarray(y_true)
    p = np.clip(y_prob, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.ln(p) + (1 - y) * np.ln(1 - p))
