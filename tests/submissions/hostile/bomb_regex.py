# attack: Has a regular expression try every way to split a text.
# exercise: mse
# expect: timeout
# control: allclose; hangs
import re


def mse(y_true, y_pred):
    return 0.0 if re.match(r"(a+)+$", "a" * 40 + "b") else 1.0
