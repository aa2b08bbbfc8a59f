# expect: failed; mistake: none
# about: Squares truth and prediction apart and subtracts the squares.
import numpy as np

def mse(y_true, y_pred):
    a = np.square(y_true)
    b = np.square(y_pred)
    return np.mean(a - b)
