# expect: passed
# about: Uses einsum because the learner read about it on a forum.
import numpy as np

def mse(y_true, y_pred):
    err = np.asarray(y_true) - np.asarray(y_pred)
    # 'i,i->' multiplies elementwise and sums up
    return float(np.einsum("i,i->", err, err) / err.shape[0])
