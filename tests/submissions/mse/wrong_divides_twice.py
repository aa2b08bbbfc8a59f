# expect: failed; mistake: none
# about: np.mean already divides and the learner divides by n once more.
import numpy as np

def mse(y_true, y_pred):
    n = len(y_true)
    return np.mean((np.array(y_true) - np.array(y_pred)) ** 2) / n
