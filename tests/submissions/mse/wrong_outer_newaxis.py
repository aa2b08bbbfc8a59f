# expect: failed; mistake: broadcast-outer
# about: Adds an axis to the prediction and averages the whole table.
import numpy as np

def mse(y_true, y_pred):
    pred = np.asarray(y_pred)[:, None]
    diff = pred - np.asarray(y_true)
    # print(diff.shape)
    return (diff ** 2).sum() / diff.size
