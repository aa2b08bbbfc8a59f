# expect: failed; mistake: hard-coded
# about: Overwrites the parameters with the example's data, so the answer never changes.
import numpy as np

def mse(y_true, y_pred):
    y_true = np.array([3.0, -0.5, 2.0, 7.0])
    y_pred = np.array([2.5, 0.0, 2.0, 8.0])
    diff = y_true - y_pred
    return np.mean(diff ** 2)
