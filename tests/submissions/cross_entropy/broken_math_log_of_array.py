# expect: error
# about: math.log is given an array.

import math
import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.asarray(y_true)
    p = np.asarray(y_prob)
    return -np.mean(y * math.log(p) + (1 - y) * math.log(1 - p))
