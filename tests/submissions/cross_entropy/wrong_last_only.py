# expect: failed; mistake: last-only
# about: = in place of += in the loop.

import math

def cross_entropy(y_true, y_prob):
    for y, p in zip(y_true, y_prob):
        p = min(max(p, 1e-12), 1 - 1e-12)
        loss = -(y * math.log(p) + (1 - y) * math.log(1 - p))
    return loss
