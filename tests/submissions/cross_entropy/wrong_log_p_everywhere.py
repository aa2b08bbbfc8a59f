# expect: failed; mistake: one-minus-missing
# about: Minus the mean log of the probabilities, the labels are not used.

import numpy as np

def cross_entropy(y_true, y_prob):
    return -np.mean(np.log(np.clip(y_prob, 1e-12, 1)))
