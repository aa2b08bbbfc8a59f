# expect: passed
# about: Mean with keepdims, gives back an array with one number in it.
import numpy as np

def mse(y_true, y_pred):
    squared = (np.array(y_true) - np.array(y_pred)) ** 2
    return squared.mean(keepdims=True)
