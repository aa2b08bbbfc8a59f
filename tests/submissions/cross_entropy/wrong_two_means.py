# expect: failed; mistake: classes-apart
# about: Averages the two class means.

import math

def cross_entropy(y_true, y_prob):
    ones = [-math.log(p + 1e-15) for y, p in zip(y_true, y_prob) if y == 1]
    zeros = [-math.log(1 - p + 1e-15) for y, p in zip(y_true, y_prob) if y == 0]
    return (sum(ones) / len(ones) + sum(zeros) / len(zeros)) / 2
