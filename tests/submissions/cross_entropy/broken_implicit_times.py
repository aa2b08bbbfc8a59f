# expect: error; mistake: syntax-error
# about: (1 - y)log(1 - p) as on paper, with a bracket left open.

import numpy as np

def cross_entropy(y_true, y_prob):
    return -np.mean(y_true * np.log(y_prob) + (1 - y_true)np.log(1 - y_prob))
