# expect: failed; mistake: forgot-mean + abs-not-square
# about: np.sum of np.abs, so neither squared nor averaged.
import numpy as np

def mse(y_true, y_pred):
    # L1 distance ??
    return np.sum(np.abs(np.subtract(y_true, y_pred)))
