# expect: passed
# about: numpy's square on a difference.
import numpy as np

def squared_error(pred, truth):
    return np.square(np.subtract(pred, truth))
