# expect: passed
# about: log(1 / p) in place of -log(p).

import numpy as np

def cross_entropy(y_true, y_prob):
    losses = []
    for y, p in zip(y_true, y_prob):
        q = p * y + (1 - p) * (1 - y)
        losses.append(np.log(1 / max(q, 1e-11)))
    return np.mean(losses)
