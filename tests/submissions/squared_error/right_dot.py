# expect: passed
# about: The dot product of the error with itself.
import numpy as np

def squared_error(pred, truth):
    e = np.array([pred]) - np.array([truth])
    return e @ e
