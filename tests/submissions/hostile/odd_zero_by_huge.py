# attack: Returns arrays without elements and with a dimension of two thousand million.
# exercise: mse
# expect: failed
# at most: 3
# control: allclose; full marks
import numpy as np


def mse(y_true, y_pred):
    return np.empty((0, 2**31 - 1))
