# attack: Empties the assertions of unittest.
# exercise: mse
# expect: failed|error
# at most: 4
# control: unittest; full marks
import unittest

for name in dir(unittest.TestCase):
    if name.startswith("assert"):
        setattr(unittest.TestCase, name, lambda *args, **options: None)


def mse(y_true, y_pred):
    return 0.0
