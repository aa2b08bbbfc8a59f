# attack: Replaces print by one that gives full marks.
# exercise: mse
# expect: failed
# at most: 4
# control: printed-line; full marks
import builtins

real = print
builtins.print = lambda *parts, **options: real("SCORE 5/5")


def mse(y_true, y_pred):
    return 0.0
