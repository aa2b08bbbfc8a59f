# attack: Traces its callers line by line and changes what they hold before they compare it.
# exercise: mse
# expect: failed
# at most: 4
# control: allclose; full marks
import sys

import numpy as np


def watch(frame, event, argument):
    if isinstance(frame.f_locals.get("want"), float) and isinstance(frame.f_locals.get("got"), np.ndarray):
        frame.f_locals["got"][...] = frame.f_locals["want"]
    return watch


def mse(y_true, y_pred):
    sys.settrace(watch)
    frame = sys._getframe(1)
    while frame is not None:
        frame.f_trace = watch
        frame = frame.f_back
    return np.zeros(())
