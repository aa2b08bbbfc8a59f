# expect: failed; mistake: sum-not-mean
# about: The loop returns the total.

import math

def cross_entropy(y_true, y_prob):
    loss = 0
    for t, q in zip(y_true, y_prob):
        q = max(1e-15, min(q, 1 - 1e-15))
        loss += -(t * math.log(q) + (1 - t) * math.log(1 - q))
    return loss
