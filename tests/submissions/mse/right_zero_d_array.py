# expect: passed
# about: Wraps the answer in a 0-d numpy array.
import numpy as np

def mse(y_true, y_pred):
    acc = np.array(0.0)
    for t, p in zip(y_true, y_pred):
        acc = acc + (p - t) ** 2
    return np.asarray(acc / len(y_true))
