# attack: Returns an ndarray subclass that answers numpy's own functions itself.
# exercise: mse
# expect: failed
# at most: 4
# control: allclose; full marks
import numpy as np


class Liar(np.ndarray):
    def __array_function__(self, function, types, args, options):
        return True

    def __array_ufunc__(self, function, method, *inputs, **options):
        return True

    def __eq__(self, other):
        return True


def mse(y_true, y_pred):
    return np.zeros(()).view(Liar)
