# expect: passed
# about: Uses statistics.fmean and a helper with an early return.

from math import log
from statistics import fmean

TINY = 1e-13

def cost(label, prob):
    if label == 1:
        return -log(prob) if prob > TINY else -log(TINY)
    return cost(1, 1 - prob)

def cross_entropy(y_true, y_prob):
    return fmean(cost(a, b) for a, b in zip(y_true, y_prob))
