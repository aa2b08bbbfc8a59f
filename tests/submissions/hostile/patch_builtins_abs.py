# attack: Replaces builtins.abs by a function that finds every difference to be 0.
# exercise: mse
# expect: failed
# at most: 4
# control: difference; full marks
import builtins

builtins.abs = lambda value: 0.0


def mse(y_true, y_pred):
    return 0.0
