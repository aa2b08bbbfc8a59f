# expect: passed
# about: Functional style with functools.reduce.
from functools import reduce
from operator import sub


def mse(y_true, y_pred):
    errors = map(sub, y_true, y_pred)
    total = reduce(lambda acc, e: acc + e * e, errors, 0.0)
    return total / len(y_true)
