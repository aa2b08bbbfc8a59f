# expect: passed
# about: Squared Euclidean norm of the error divided by the count.
import numpy as np


def mse(y_true, y_pred):
    difference = np.subtract(y_pred, y_true)
    length = np.linalg.norm(difference)
    return length**2 / len(difference)
