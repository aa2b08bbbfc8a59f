# expect: failed; mistake: not-reduced
# about: Returns the array of squares, the mean is missing.
import numpy as np

def mse(y_true, y_pred):
    y_true = np.array(y_true)
    y_pred = np.array(y_pred)
    return (y_true - y_pred) ** 2
