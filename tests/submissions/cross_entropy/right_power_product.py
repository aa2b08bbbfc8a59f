# expect: passed
# about: Logarithm of the likelihood p**y * (1-p)**(1-y), example by example.

import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.asarray(y_true, dtype=float)
    p = np.clip(y_prob, 1e-10, 1 - 1e-10)
    likelihood = p ** y * (1 - p) ** (1 - y)
    return -np.log(likelihood).sum() / len(y)
