# expect: passed
# about: Uses the identity mean(e^2) = var(e) + mean(e)^2.
import numpy as np

def mse(y_true, y_pred):
    """From statistics class: E[X^2] = Var(X) + E[X]^2, with X the error."""
    e = np.array(y_true, float) - np.array(y_pred, float)
    return e.var() + e.mean() ** 2
