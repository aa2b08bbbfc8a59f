# expect: failed; mistake: forgot-mean
# about: Uses np.sum where np.mean was asked for.
import numpy as np


def mse(y_true, y_pred):
    diff = np.asarray(y_true, dtype=float) - np.asarray(y_pred, dtype=float)
    return np.sum(diff ** 2)
