# expect: failed; mistake: only-positives
# about: Knows the formula -y log p from the many-class case and uses it alone.

import numpy as np

def cross_entropy(y_true, y_prob):
    y_prob = np.clip(y_prob, 1e-12, 1)
    return -np.mean(np.asarray(y_true) * np.log(y_prob))
