# expect: passed
# about: Adds 1e-12 inside both logarithms and does not clip.

import numpy as np

def cross_entropy(y_true, y_prob):
    y_true = np.array(y_true)
    y_prob = np.array(y_prob)
    e = 1e-12
    loss = -(y_true * np.log(y_prob + e) + (1 - y_true) * np.log(1 - y_prob + e))
    return loss.mean()
