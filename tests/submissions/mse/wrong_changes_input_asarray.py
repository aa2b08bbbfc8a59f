# expect: failed; mistake: changed-the-input
# about: asarray makes no copy of a float array, so -= and *= overwrite the caller's data.
import numpy as np

def mse(y_true, y_pred):
    diff = np.asarray(y_pred, dtype=float)
    diff -= np.asarray(y_true, dtype=float)
    diff *= diff
    return diff.mean()
