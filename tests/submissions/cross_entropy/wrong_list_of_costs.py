# expect: failed; mistake: not-reduced
# about: Returns the list of costs.

import math

def cross_entropy(y_true, y_prob):
    costs = []
    for y, p in zip(y_true, y_prob):
        p = min(max(p, 1e-12), 1 - 1e-12)
        costs.append(-math.log(p) if y else -math.log(1 - p))
    return costs
