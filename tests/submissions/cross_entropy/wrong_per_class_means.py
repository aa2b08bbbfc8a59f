# expect: failed; mistake: classes-apart
# about: Averages the positives and the negatives separately and adds.

import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.asarray(y_true)
    p = np.clip(y_prob, 1e-12, 1 - 1e-12)
    return -np.log(p[y == 1]).mean() - np.log(1 - p[y == 0]).mean()
