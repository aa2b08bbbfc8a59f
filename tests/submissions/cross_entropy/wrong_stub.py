# expect: failed; mistake: unchanged-stub
# about: The file as it was handed out.

"""Cross-entropy"""

import numpy as np


def cross_entropy(y_true, y_prob):
    # TODO: return the mean of -log(probability of what is true)
    raise NotImplementedError
