# expect: error; mistake: syntax-error
# about: One closing bracket is missing in the return line.
import numpy as np

def mse(y_true, y_pred):
    return np.mean((np.array(y_true) - np.array(y_pred)) ** 2
