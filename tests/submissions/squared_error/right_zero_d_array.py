# expect: passed
# about: Gives a zero-dimensional array back.
import numpy as np

def squared_error(pred, truth):
    return np.asarray((pred - truth) ** 2)
