# expect: failed; mistake: abs-not-square
# about: Computes the mean absolute error with numpy.
import numpy as np

def mse(y_true, y_pred):
    """Mean error between truth and prediction."""
    y_true = np.array(y_true)
    y_pred = np.array(y_pred)
    return np.mean(np.abs(y_true - y_pred))
