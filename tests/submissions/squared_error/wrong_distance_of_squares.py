# expect: failed; mistake: difference-of-squares
# about: Squares both and takes the size of the difference.
import numpy as np

def squared_error(pred, truth):
    return np.abs(np.square(truth) - np.square(pred))
