# expect: passed
# about: Plain loop with math.log and an if.

import math

def cross_entropy(y_true, y_prob):
    total = 0
    for i in range(len(y_true)):
        p = min(max(y_prob[i], 1e-15), 1 - 1e-15)
        if y_true[i] == 1:
            total -= math.log(p)
        else:
            total -= math.log(1 - p)
    return total / len(y_true)
