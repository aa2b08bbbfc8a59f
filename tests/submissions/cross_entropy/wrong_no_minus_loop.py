# expect: failed; mistake: no-minus
# about: Loop that adds the logarithms; no clipping either.

import math

def cross_entropy(y_true, y_prob):
    s = 0
    for y, p in zip(y_true, y_prob):
        if y == 1:
            s += math.log(p)
        else:
            s += math.log(1 - p)
    return s / len(y_true)
