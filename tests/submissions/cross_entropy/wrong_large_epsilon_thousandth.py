# expect: failed; mistake: large-epsilon
# about: Adds a thousandth so that nothing can be 0.

import math

def cross_entropy(y_true, y_prob):
    small = 0.001
    s = 0
    for y, p in zip(y_true, y_prob):
        s += y * math.log(p + small) + (1 - y) * math.log(1 - p + small)
    return -s / len(y_true)
