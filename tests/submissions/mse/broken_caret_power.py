# expect: error
# about: Writes ^ for power, which floats do not know.
import numpy as np

def mse(y_true, y_pred):
    error = np.array(y_true, dtype=float) - np.array(y_pred, dtype=float)
    return np.mean(error^2)
