# expect: error; mistake: missing-function
# about: Only script code at the top level, no function at all.
import numpy as np

y_true = np.array([1.0, 2.0, 3.0])
y_pred = np.array([1.5, 2.0, 2.0])

diff = y_true - y_pred
result = np.mean(diff ** 2)
print(result)
