# expect: failed; mistake: root + forgot-mean
# about: Returns the length of the error vector, so root of the plain sum.
import numpy as np


def mse(y_true, y_pred):
    error = np.array(y_true) - np.array(y_pred)
    return np.linalg.norm(error)
