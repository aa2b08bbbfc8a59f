# expect: failed; mistake: mean-before-square + halved
# about: Squares the mean error and halves it.
import numpy as np

def mse(y_true, y_pred):
    e = np.mean(np.subtract(y_pred, y_true))
    return e ** 2 / 2
