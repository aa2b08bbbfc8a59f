# expect: passed
# about: Expands (a-b)^2 to a^2 - 2ab + b^2 and takes the mean of every piece.
import numpy as np

def mse(y_true, y_pred):
    t = np.asarray(y_true, dtype=float)
    p = np.asarray(y_pred, dtype=float)
    # binomial formula
    return np.mean(t ** 2) - 2 * np.mean(t * p) + np.mean(p ** 2)
