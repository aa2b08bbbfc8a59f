# expect: error
# about: Reads a data file at the top that exists only on the learner's computer.

import numpy as np

data = np.loadtxt("C:/Users/Mia/Desktop/uebung3/data.csv", delimiter=",")

def gradient_step(x, y, w, lr):
    x, y = np.asarray(x), np.asarray(y)
    e = w * x - y
    g = 2 * np.mean(e * x)
    v = w - lr * g
    return np.mean(e ** 2), g, v, np.mean((v * x - y) ** 2)

print(gradient_step(data[:, 0], data[:, 1], 1.0, 0.1))
