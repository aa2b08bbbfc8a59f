# expect: passed
# about: Uses a decorator that turns lists into arrays.
import functools
import numpy as np


def as_arrays(func):
    @functools.wraps(func)
    def wrapper(*args):
        return func(*[np.array(a, dtype=float) for a in args])
    return wrapper


@as_arrays
def mse(y_true, y_pred):
    return ((y_true - y_pred) ** 2).sum() / len(y_true)
