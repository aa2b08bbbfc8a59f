# expect: passed
# about: Assigns a lambda to the name instead of using def.
import numpy as np

mse = lambda y_true, y_pred: ((np.asarray(y_pred) - np.asarray(y_true)) ** 2).mean()
