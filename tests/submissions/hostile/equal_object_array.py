# attack: Returns an array of objects that are equal to everything.
# exercise: mse
# expect: failed
# at most: 1
# control: equal; full marks
import numpy as np


class Anything:
    def __eq__(self, other):
        return True

    __hash__ = None


def mse(y_true, y_pred):
    return np.array(Anything(), dtype=object)
