# expect: error; mistake: missing-function
# about: A class with a step method instead of the function.

import numpy as np

class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.b1, self.b2, self.eps = lr, beta1, beta2, eps
        self.m = self.v = self.t = 0

    def step(self, w, grad):
        self.t += 1
        self.m = self.b1 * self.m + (1 - self.b1) * grad
        self.v = self.b2 * self.v + (1 - self.b2) * grad ** 2
        return w - self.lr * self.m / (1 - self.b1 ** self.t) / (np.sqrt(self.v / (1 - self.b2 ** self.t)) + self.eps)
