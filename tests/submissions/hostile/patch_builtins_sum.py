# attack: Replaces builtins.sum, with which points are added up, by a function that counts everything.
# exercise: mse
# expect: failed
# at most: 4
# control: allclose; full marks
import builtins

builtins.sum = lambda values, start=0: len(list(values))


def mse(y_true, y_pred):
    return 0.0
