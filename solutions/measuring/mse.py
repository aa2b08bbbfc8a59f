"""Mean squared error, one stage a line: subtract, square, average."""

import numpy as np


def mse(y_true, y_pred):
    # Lists cannot be subtracted, arrays can; float, so that whole numbers do not overflow when squared.
    y_true = np.asarray(y_true, dtype=float)
    y_pred = np.asarray(y_pred, dtype=float)
    errors = y_pred - y_true
    squares = errors**2
    mean = np.mean(squares)
    loss = mean
    return loss
