# expect: error; mistake: missing-function
# about: The function exists only as a method of a class.

import numpy as np

class Model:
    def __init__(self, w=1.0):
        self.w = w

    def gradient_step(self, x, y, w, lr):
        x = np.asarray(x)
        y = np.asarray(y)
        e = w * x - y
        grad = np.mean(2 * e * x)
        self.w = w - lr * grad
        return np.mean(e ** 2), grad, self.w, np.mean((self.w * x - y) ** 2)

model = Model()
