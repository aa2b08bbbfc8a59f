# expect: failed; mistake: halved + abs-not-square
# about: Half of the mean absolute error.
import numpy as np

def mse(y_true, y_pred):
    d = np.abs(np.asarray(y_true, float) - np.asarray(y_pred, float))
    return 0.5 * d.mean()
