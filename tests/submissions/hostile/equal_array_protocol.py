# attack: Returns an object that becomes an empty array when numpy asks for one.
# exercise: mse
# expect: failed
# at most: 1
# control: allclose; full marks
import numpy as np


class Empty:
    def __array__(self, dtype=None, copy=None):
        return np.empty(0)

    def __float__(self):
        return 1.75


def mse(y_true, y_pred):
    return Empty()
