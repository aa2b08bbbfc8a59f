# expect: failed; mistake: labels-missing
# about: No else, so the second logarithm is added for everybody.

import math

def cross_entropy(y_true, y_prob):
    c = 0
    for i in range(len(y_true)):
        p = min(max(y_prob[i], 1e-12), 1 - 1e-12)
        if y_true[i] == 1:
            c -= math.log(p)
        c -= math.log(1 - p)
    return c / len(y_true)
