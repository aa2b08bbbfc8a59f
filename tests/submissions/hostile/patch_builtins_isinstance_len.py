# attack: Replaces isinstance and len for everybody who comes later.
# exercise: mse
# expect: failed|error
# at most: 4
# control: next; harms the next
import builtins

builtins.isinstance = lambda value, kind: True
builtins.len = lambda value: 7


def mse(y_true, y_pred):
    return 0.0
