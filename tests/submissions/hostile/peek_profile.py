# attack: Has itself called whenever a function is called, and fills in its answer when it is about to be compared.
# exercise: mse
# expect: failed
# at most: 4
# control: allclose; full marks
import sys

import numpy as np


def watch(frame, event, argument):
    if event == "call" and isinstance(frame.f_locals.get("want"), float):
        got = frame.f_locals.get("got")
        if isinstance(got, np.ndarray):
            got[...] = frame.f_locals["want"]


def mse(y_true, y_pred):
    sys.setprofile(watch)
    return np.zeros(())
