# expect: failed; mistake: root
# about: Takes the square root at the end, which is the RMSE.
import numpy as np

def mse(y_true, y_pred):
    mse = np.mean((np.array(y_true) - np.array(y_pred)) ** 2)
    return np.sqrt(mse)
