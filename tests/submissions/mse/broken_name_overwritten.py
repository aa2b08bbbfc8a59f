# expect: error
# about: Stores a test result under the name mse, which overwrites the function with a number.
import numpy as np

def mse(y_true, y_pred):
    return np.mean((np.array(y_true) - np.array(y_pred)) ** 2)

mse = mse([1, 2, 3], [1, 2, 5])
print(mse)
