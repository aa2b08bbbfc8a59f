# expect: failed; mistake: none
# about: Multiplies a list by an array that is none.

import numpy as np

def cross_entropy(y_true, y_prob):
    total = 0
    for y in y_true:
        total += y * np.log(y_prob[y])
    return -total / len(y_true)
