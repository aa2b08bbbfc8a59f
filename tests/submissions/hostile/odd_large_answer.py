# attack: Returns an array of a million numbers in place of one.
# exercise: mse
# expect: failed|output
# at most: 1
# control: answers-kept; bloats
import numpy as np


def mse(y_true, y_pred):
    return np.arange(200_000.0) * float(y_true[0])
