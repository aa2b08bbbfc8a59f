# expect: failed; mistake: not-reduced + no-square
# about: Returns the bare differences, without square and without mean.
import numpy as np

def mse(y_true, y_pred):
    return np.array(y_true) - np.array(y_pred)
