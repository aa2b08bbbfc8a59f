# expect: passed
# about: For hard labels the probability of what is true is 1 - |y - p|.

import numpy as np

def cross_entropy(y_true, y_prob):
    right = 1 - np.abs(np.asarray(y_true, float) - np.asarray(y_prob, float))
    return -np.mean(np.log(np.maximum(right, 1e-12)))
