# attack: Is right for the first minute after it was loaded, which is longer than any grading.
# exercise: mse
# expect: failed
# at most: 4
# control: allclose; full marks
import time

loaded = time.monotonic()


def mse(y_true, y_pred):
    if time.monotonic() - loaded > 60:
        return 0.0
    return sum((float(a) - float(b)) ** 2 for a, b in zip(y_true, y_pred)) / len(y_true)
