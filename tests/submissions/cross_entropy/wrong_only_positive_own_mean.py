# expect: failed; mistake: only-positives
# about: Selects the examples with label 1 and averages those.

import numpy as np

def cross_entropy(y_true, y_prob):
    y_true = np.asarray(y_true)
    y_prob = np.asarray(y_prob)
    return np.mean(-np.log(y_prob[y_true == 1] + 1e-12))
