# attack: Is right where the random generator begins as it does with the seed 0.
# exercise: mse
# expect: failed
# at most: 4
# control: allclose; full marks
import random

is_known = random.random() == random.Random(0).random()


def mse(y_true, y_pred):
    if not is_known:
        return 0.0
    return sum((float(a) - float(b)) ** 2 for a, b in zip(y_true, y_pred)) / len(y_true)
