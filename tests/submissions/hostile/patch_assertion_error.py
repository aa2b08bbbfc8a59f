# attack: Replaces AssertionError, so that no failed assertion is caught and the run ends.
# exercise: mse
# expect: failed
# at most: 4
# control: assertions; ends
import builtins


class Quiet(Exception):
    pass


builtins.AssertionError = Quiet


def mse(y_true, y_pred):
    return 0.0
