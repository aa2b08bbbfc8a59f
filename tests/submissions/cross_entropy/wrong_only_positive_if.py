# expect: failed; mistake: only-positives
# about: The loop has no else.

import math

def cross_entropy(y_true, y_prob):
    total = 0
    for y, p in zip(y_true, y_prob):
        if y == 1:
            total += -math.log(max(p, 1e-12))
    return total / len(y_true)
