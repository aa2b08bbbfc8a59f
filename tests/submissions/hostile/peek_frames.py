# attack: Walks up the callers and takes the expected value from a local variable.
# exercise: mse
# expect: failed
# at most: 4
# control: allclose; full marks
import sys


def mse(y_true, y_pred):
    frame = sys._getframe()
    while frame is not None:
        for name in ("want", "expected", "right", "solution"):
            value = frame.f_locals.get(name)
            if callable(getattr(value, "mse", None)):
                return value.mse(y_true, y_pred)
            if isinstance(value, float):
                return value
        frame = frame.f_back
    return 0.0
