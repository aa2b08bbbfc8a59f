# expect: failed; mistake: halved
# about: Adds the factor one half from a textbook where it makes the derivative nicer.
import numpy as np

def mse(y_true, y_pred):
    # 1/2 so that the 2 cancels when we take the derivative
    err = np.asarray(y_pred) - np.asarray(y_true)
    return 0.5 * np.mean(err * err)
