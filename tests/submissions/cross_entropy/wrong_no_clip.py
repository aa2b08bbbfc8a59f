# expect: failed; mistake: none
# about: The plain formula, not a number for probabilities of 0 and 1.

import numpy as np

def cross_entropy(y_true, y_prob):
    y_true = np.asarray(y_true)
    y_prob = np.asarray(y_prob)
    return -np.mean(y_true * np.log(y_prob) + (1 - y_true) * np.log(1 - y_prob))
