# expect: failed; mistake: squared-error
# about: Hands in the loss of the first lesson again.

import numpy as np

def cross_entropy(y_true, y_prob):
    return np.mean((np.asarray(y_true) - np.asarray(y_prob)) ** 2)
