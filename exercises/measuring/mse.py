"""Mean squared error

Before a model can learn, it needs one number that says how wrong it is.
Take the error of each prediction (prediction minus truth), square it, and
average the squares. That number is the mean squared error, the MSE.

Write `mse(y_true, y_pred)`. Both are arrays of the same length, or plain
Python lists. Return one number.

An example: the errors are -0.5, 1 and 2, their squares 0.25, 1 and 4, and
the mean of the squares is 5.25 / 3.

    >>> print(mse([3.0, -1.0, 2.0], [2.5, 0.0, 4.0]))
    1.75

When every prediction is right, the MSE is 0.
"""

import numpy as np


def mse(y_true, y_pred):
    # TODO: return the mean of the squared differences
    raise NotImplementedError
