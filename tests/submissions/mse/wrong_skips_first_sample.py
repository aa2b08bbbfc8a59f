# expect: failed; mistake: none
# about: Starts counting at 1 and so leaves out the first sample.
import numpy as np

def mse(y_true, y_pred):
    e = np.array(y_true)[1:] - np.array(y_pred)[1:]
    return np.mean(e**2)
