# expect: failed; mistake: root
# about: length of the error vector (root of the sum of squares) divided by n
import numpy as np

def mse(y_true, y_pred):
    e = np.array(y_pred) - np.array(y_true)
    return np.linalg.norm(e) / len(e)
