# expect: failed; mistake: no-square
# about: Forgot the square, gives the mean error (truth minus prediction).
import numpy as np

def mse(y_true, y_pred):
    error = np.subtract(y_true, y_pred)
    return error.mean()
