# attack: Leaves the process other than it was: recursion limit, numpy's errors, folder, environment, streams.
# exercise: mse
# expect: failed|error|blocked
# at most: 4
# control: next; harms the next
import os
import sys

import numpy as np


def mse(y_true, y_pred):
    np.seterr(all="raise")
    os.chdir("/")
    os.environ.clear()
    sys.stdout = sys.stderr = None
    np.asarray = None
    sys.setrecursionlimit(100)
    return 0.0
