# expect: failed; mistake: none
# about: One star instead of two: doubles the error instead of squaring it.
import numpy as np

def mse(y_true, y_pred):
    return np.mean((np.array(y_true) - np.array(y_pred)) * 2)
