# expect: error
# about: Asks for the learning rate with input() inside the function.

import numpy as np

def gradient_step(x, y, w, lr):
    lr = float(input("Please enter the learning rate: "))
    x, y = np.asarray(x), np.asarray(y)
    e = w * x - y
    g = 2 * np.mean(e * x)
    v = w - lr * g
    return np.mean(e ** 2), g, v, np.mean((v * x - y) ** 2)
