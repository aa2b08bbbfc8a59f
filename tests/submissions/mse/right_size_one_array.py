# expect: passed
# about: Row vector times column vector, the answer is a (1, 1) array.
import numpy as np

def mse(y_true, y_pred):
    n = len(y_true)
    row = (np.array(y_true, dtype=float) - np.array(y_pred, dtype=float)).reshape(1, n)
    column = row.T
    return (row @ column) / n
