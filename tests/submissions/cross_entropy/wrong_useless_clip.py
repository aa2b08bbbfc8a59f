# expect: failed; mistake: none
# about: Clips with 1e-20, and 1 - 1e-20 is 1 for the computer.

import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.asarray(y_true)
    p = np.clip(y_prob, 1e-20, 1 - 1e-20)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
