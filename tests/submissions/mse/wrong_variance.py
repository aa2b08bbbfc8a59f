# expect: failed; mistake: none
# about: Takes the variance of the errors, so a constant offset does not count.
import numpy as np

def mse(y_true, y_pred):
    errors = np.subtract(y_true, y_pred)
    return np.var(errors)
