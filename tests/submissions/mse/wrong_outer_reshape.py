# expect: failed; mistake: broadcast-outer
# about: Makes only one side a column, so numpy builds the whole n by n table.
import numpy as np

def mse(y_true, y_pred):
    y_true = np.array(y_true).reshape(-1, 1)   # column vector
    y_pred = np.array(y_pred)
    return np.mean((y_true - y_pred) ** 2)
