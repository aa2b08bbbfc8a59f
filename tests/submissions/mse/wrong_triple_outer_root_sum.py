# expect: failed; mistake: broadcast-outer + root + forgot-mean
# about: Column minus row, summed up over the whole table, and then the root.
import numpy as np

def mse(y_true, y_pred):
    t = np.array(y_true)[:, np.newaxis]
    p = np.array(y_pred)
    return np.linalg.norm(t - p)
