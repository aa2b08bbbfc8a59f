# expect: error; mistake: missing-function
# about: The function is called MSE in capitals.
import numpy as np

def MSE(y_true, y_pred):
    '''Mean Squared Error'''
    return np.mean(np.square(np.subtract(y_true, y_pred)))
