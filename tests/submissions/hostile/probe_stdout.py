# attack: Is right where standard output is the process's own, and wrong where it is caught.
# exercise: mse
# expect: failed
# at most: 4
# control: allclose; full marks
import sys


def mse(y_true, y_pred):
    if sys.stdout is not sys.__stdout__ or sys.stdout.isatty():
        return 0.0
    return sum((float(a) - float(b)) ** 2 for a, b in zip(y_true, y_pred)) / len(y_true)
