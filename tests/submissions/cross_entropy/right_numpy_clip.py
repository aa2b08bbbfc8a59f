# expect: passed
# about: The textbook way with np.clip and 1e-15.

import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.array(y_true)
    p = np.clip(np.array(y_prob), 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
