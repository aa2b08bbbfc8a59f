# expect: failed; mistake: none
# about: Clips every error to the range -1 to 1 before squaring.
import numpy as np

def mse(y_true, y_pred):
    err = np.array(y_pred) - np.array(y_true)
    err = np.clip(err, -1, 1)   # no outliers please
    return np.mean(err ** 2)
