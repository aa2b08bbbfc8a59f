# expect: error
# about: Reads a data file at import that only exists on the learner's computer.
import numpy as np

data = np.loadtxt("C:/Users/lena/Desktop/kurs/data.csv", delimiter=",")

def mse(y_true, y_pred):
    return np.mean((np.array(y_true) - np.array(y_pred)) ** 2)
