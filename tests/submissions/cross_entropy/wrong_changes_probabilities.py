# expect: failed; mistake: changed-the-input
# about: Clips in place, in the caller's array.

import numpy as np

def cross_entropy(y_true, y_prob):
    y_prob = np.asarray(y_prob)
    y_true = np.asarray(y_true)
    y_prob *= 1 - 2e-12
    y_prob += 1e-12
    return -np.mean(y_true * np.log(y_prob) + (1 - y_true) * np.log(1 - y_prob))
