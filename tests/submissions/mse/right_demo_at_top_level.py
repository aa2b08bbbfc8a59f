# expect: passed
# about: Right function, and tries it out at module level without a main guard.
import numpy as np

def mse(y_true, y_pred):
    y_true, y_pred = np.array(y_true), np.array(y_pred)
    return np.sum((y_true - y_pred)**2) / len(y_true)

# test
print(mse(np.array([3.0, -0.5, 2.0, 7.0]), np.array([2.5, 0.0, 2.0, 8.0])))   # 0.375 ok!
print(mse([1, 2], [1, 2]))
