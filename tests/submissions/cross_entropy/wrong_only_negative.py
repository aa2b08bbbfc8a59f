# expect: failed; mistake: only-negatives
# about: A slip: the line for label 1 is overwritten, not added to.

import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.asarray(y_true)
    p = np.clip(y_prob, 1e-12, 1 - 1e-12)
    loss = -y * np.log(p)
    loss = -(1 - y) * np.log(1 - p)
    return loss.mean()
