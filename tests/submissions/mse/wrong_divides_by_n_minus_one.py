# expect: failed; mistake: none
# about: Divides by n - 1 like the sample variance.
import numpy as np

def mse(y_true, y_pred):
    diff = np.asarray(y_true) - np.asarray(y_pred)
    n = len(diff)
    # Bessel
    return np.sum(diff ** 2) / max(n - 1, 1)
