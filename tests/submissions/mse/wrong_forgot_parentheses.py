# expect: failed; mistake: none
# about: Forgets the () after mean and so returns the method, not a number.
import numpy as np

def mse(y_true, y_pred):
    sq = (np.array(y_true) - np.array(y_pred)) ** 2
    return sq.mean
