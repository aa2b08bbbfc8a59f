# expect: failed; mistake: broadcast-outer
# about: Column times row as a matrix product, all of it summed and divided by m.

import numpy as np

def cross_entropy(y_true, y_prob):
    Y = np.asarray(y_true, dtype=float).reshape(-1, 1)
    A = np.clip(np.asarray(y_prob, dtype=float).reshape(1, -1), 1e-12, 1 - 1e-12)
    m = len(Y)
    return -np.sum(Y @ np.log(A) + (1 - Y) @ np.log(1 - A)) / m
