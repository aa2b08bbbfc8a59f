# expect: passed
# about: Sum of squares as a dot product of the error with itself.
import numpy as np

def mse(y_true, y_pred):
    # e . e is the sum of the squares!
    e = np.array(y_pred) - np.array(y_true)
    return np.dot(e, e) / e.size
