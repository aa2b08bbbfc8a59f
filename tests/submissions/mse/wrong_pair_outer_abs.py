# expect: failed; mistake: broadcast-outer + abs-not-square
# about: Column against row by accident, and absolute values instead of squares.
import numpy as np

def mse(y_true, y_pred):
    a = np.array(y_true)
    b = np.array(y_pred)
    a = a.reshape((len(a), 1))
    return np.mean(abs(a - b))
