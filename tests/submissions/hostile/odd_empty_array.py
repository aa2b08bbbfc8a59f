# attack: Returns an empty array, of which everything is true.
# exercise: mse
# expect: failed
# at most: 3
# control: allclose; full marks
import numpy as np


def mse(y_true, y_pred):
    return np.empty(0)
