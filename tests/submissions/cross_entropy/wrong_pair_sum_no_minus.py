# expect: failed; mistake: sum-not-mean + no-minus
# about: Adds up the logarithms, no minus and no division.

import math

def cross_entropy(y_true, y_prob):
    s = 0
    for y, p in zip(y_true, y_prob):
        p = min(max(p, 1e-12), 1 - 1e-12)
        s += y * math.log(p) + (1 - y) * math.log(1 - p)
    return s
