# expect: failed; mistake: mean-before-square
# about: Takes the mean of the differences first and squares afterwards (bracket at the wrong place).
import numpy as np

def mse(y_true, y_pred):
    return np.mean(np.array(y_true) - np.array(y_pred)) ** 2
