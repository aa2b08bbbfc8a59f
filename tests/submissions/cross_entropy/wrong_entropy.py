# expect: failed; mistake: multiplied-log-by-probability
# about: Uses the entropy formula p log p.

import numpy as np

def cross_entropy(y_true, y_prob):
    p = np.clip(np.asarray(y_prob), 1e-12, 1 - 1e-12)
    q = 1 - p
    return -np.mean(p * np.log(p) + q * np.log(q))
