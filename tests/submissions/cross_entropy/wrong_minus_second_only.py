# expect: failed; mistake: minus-on-one-only
# about: Subtracts the second term and forgets the first minus.

import math

def cross_entropy(y_true, y_prob):
    t = 0
    for y, p in zip(y_true, y_prob):
        p = min(max(p, 1e-12), 1 - 1e-12)
        t += y * math.log(p) - (1 - y) * math.log(1 - p)
    return t / len(y_true)
