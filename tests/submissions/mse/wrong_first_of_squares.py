# expect: failed; mistake: first-only
# about: Computes all squares with numpy but picks the first one to get a single number.
import numpy as np

def mse(y_true, y_pred):
    sq = (np.array(y_true) - np.array(y_pred)) ** 2
    # must be one number, not a list
    return sq[0]
