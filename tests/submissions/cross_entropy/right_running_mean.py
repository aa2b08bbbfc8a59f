# expect: passed
# about: Keeps a running mean, example by example.

import math

def cross_entropy(y_true, y_prob):
    mean = 0.0
    for n, (y, p) in enumerate(zip(y_true, y_prob), start=1):
        p = min(1 - 1e-9, max(1e-9, p))
        cost = -(y * math.log(p) + (1 - y) * math.log(1 - p))
        mean += (cost - mean) / n
    return mean
