# expect: passed
# about: Gives the number back in an array with one element.
import numpy as np

def squared_error(pred, truth):
    return np.array([pred - truth]) ** 2
