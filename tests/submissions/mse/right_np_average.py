# expect: passed
# about: Uses np.average and np.square.
import numpy as np
def mse(y_true, y_pred):
    loss = np.average(np.square(np.subtract(y_true, y_pred)))
    return loss
