# expect: failed; mistake: changed-the-input + root + forgot-mean
# about: Overwrites the caller's array with the error and returns its length.
import numpy as np

def mse(y_true, y_pred):
    error = np.asarray(y_true, dtype=float)
    error -= y_pred
    return np.sqrt((error ** 2).sum())
