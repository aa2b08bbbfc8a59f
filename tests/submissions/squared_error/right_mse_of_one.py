# expect: passed
# about: The mean over one example is that example.
import numpy as np

def mse(y_true, y_pred):
    return np.mean((np.array(y_true) - np.array(y_pred)) ** 2)

def squared_error(pred, truth):
    return mse([truth], [pred])
