# attack: Returns as many empty arrays as there are outputs.
# exercise: gradient_step
# expect: failed
# at most: 0
# control: allclose; full marks
import numpy as np


def gradient_step(x, y, w, lr):
    return np.empty((4, 0)).T
