# expect: passed
# about: einsum over a vector with one element.
import numpy as np

def squared_error(pred, truth):
    e = np.atleast_1d(pred - truth)
    return np.einsum("i,i->", e, e)
