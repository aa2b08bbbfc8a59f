# attack: Replaces the code of the function that compares, found by the garbage collector.
# exercise: mse
# expect: failed
# at most: 4
# control: allclose; full marks
import gc
import types


def yes(got, want):
    return True


for thing in gc.get_objects():
    if type(thing) is types.FunctionType and thing.__name__ in ("close", "agree") and thing.__code__.co_argcount == 2:
        thing.__code__ = yes.__code__


def mse(y_true, y_pred):
    return 0.0
