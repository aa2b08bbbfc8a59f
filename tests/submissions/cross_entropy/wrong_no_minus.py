# expect: failed; mistake: no-minus
# about: Forgets the minus in front.

import numpy as np

def cross_entropy(y_true, y_prob):
    y_true = np.asarray(y_true, dtype=float)
    y_prob = np.clip(np.asarray(y_prob, dtype=float), 1e-12, 1 - 1e-12)
    return np.mean(y_true * np.log(y_prob) + (1 - y_true) * np.log(1 - y_prob))
