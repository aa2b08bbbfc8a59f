# expect: passed
# about: A right function, and below it a plot with a library that the grader does not have.
import numpy as np


def mse(y_true, y_pred):
    return np.mean((np.asarray(y_true) - np.asarray(y_pred)) ** 2)


import matplotlib.pyplot as plt

plt.plot([mse([0], [k]) for k in range(5)])
plt.show()
