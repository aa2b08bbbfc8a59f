# expect: error; mistake: missing-function
# about: The function is called binary_loss.

import numpy as np

def binary_loss(y_true, y_prob):
    return -np.mean(np.log(y_prob))
