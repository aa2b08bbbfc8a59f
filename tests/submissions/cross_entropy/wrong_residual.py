# expect: failed; mistake: residual + not-reduced
# about: Returns A - Y, the derivative from a video.

import numpy as np

def cross_entropy(y_true, y_prob):
    cost = np.asarray(y_prob) - np.asarray(y_true)
    return cost
