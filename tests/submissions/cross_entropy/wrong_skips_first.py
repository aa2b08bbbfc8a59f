# expect: failed; mistake: skips-first
# about: Counts from 1.

import math

def cross_entropy(y_true, y_prob):
    n = len(y_true)
    s = 0
    for i in range(1, n):
        p = min(max(y_prob[i], 1e-12), 1 - 1e-12)
        s += y_true[i] * math.log(p) + (1 - y_true[i]) * math.log(1 - p)
    return -s / n
