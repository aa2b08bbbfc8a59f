# expect: failed; mistake: printed-not-returned
# about: Prints a sentence with the right value in it instead of returning it.
import numpy as np

def mse(y_true, y_pred):
    result = np.mean((np.array(y_true) - np.array(y_pred)) ** 2)
    print("The MSE is", result)
