# expect: failed; mistake: broadcast-outer
# about: Turns the labels into a column and then takes the mean of the whole table.

import numpy as np

def cross_entropy(y_true, y_prob):
    Y = np.asarray(y_true, dtype=float).reshape(-1, 1)
    A = np.clip(np.asarray(y_prob, dtype=float), 1e-12, 1 - 1e-12)
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
