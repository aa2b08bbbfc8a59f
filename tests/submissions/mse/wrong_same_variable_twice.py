# expect: failed; mistake: none
# about: Subtracts y_true from itself, so the answer is always zero.
import numpy as np

def mse(y_true, y_pred):
    y_true = np.array(y_true)
    y_pred = np.array(y_true)
    return ((y_true - y_pred) ** 2).mean()
