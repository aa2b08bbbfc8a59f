# expect: passed
# about: Works in place, but on its own copy, so the caller's data stay as they were.
import numpy as np

def mse(y_true, y_pred):
    err = np.array(y_true, dtype=float, copy=True)
    err -= y_pred
    err *= err
    err /= len(err)
    return err.sum()
