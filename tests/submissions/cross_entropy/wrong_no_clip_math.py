# expect: failed; mistake: none
# about: math.log raises an exception for 0.

import math

def cross_entropy(y_true, y_prob):
    s = 0
    for y, p in zip(y_true, y_prob):
        s -= y * math.log(p) + (1 - y) * math.log(1 - p)
    return s / len(y_true)
