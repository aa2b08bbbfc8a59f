# expect: passed
# about: One generator expression over zip.

from math import log

def cross_entropy(y_true, y_prob):
    pairs = zip(y_true, y_prob)
    return sum(-log(max(p if y else 1 - p, 1e-12)) for y, p in pairs) / len(y_true)
