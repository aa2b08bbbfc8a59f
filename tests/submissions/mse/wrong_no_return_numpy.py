# expect: failed; mistake: returned-none
# about: Stores the result in a variable with the function's name, as in Pascal, and returns nothing.
import numpy as np

def mse(y_true, y_pred):
    y_true, y_pred = np.array(y_true), np.array(y_pred)
    mse = ((y_true - y_pred) ** 2).mean()
    return
