# expect: failed; mistake: none
# about: Skips the examples whose logarithm would be infinite.

import math

def cross_entropy(y_true, y_prob):
    total = 0
    for y, p in zip(y_true, y_prob):
        q = p if y == 1 else 1 - p
        if q > 0:
            total += -math.log(q)
    return total / len(y_true)
