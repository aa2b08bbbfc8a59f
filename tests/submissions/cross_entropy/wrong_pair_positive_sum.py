# expect: failed; mistake: only-positives + sum-not-mean
# about: Only the first term, and summed.

import numpy as np

def cross_entropy(y_true, y_prob):
    return -np.sum(np.asarray(y_true) * np.log(np.asarray(y_prob) + 1e-12))
