# expect: failed; mistake: log-base-ten
# about: Takes log10 because log on a calculator is base 10.

from math import log10

def cross_entropy(y_true, y_prob):
    out = 0
    for i in range(len(y_true)):
        p = y_prob[i]
        if p < 1e-12: p = 1e-12
        if p > 1 - 1e-12: p = 1 - 1e-12
        out = out + y_true[i] * log10(p) + (1 - y_true[i]) * log10(1 - p)
    return -out / len(y_true)
