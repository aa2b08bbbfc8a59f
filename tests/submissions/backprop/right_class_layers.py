# expect: passed
# about: Layer objects with forward and backward.

import numpy as np

class Linear:
    def __init__(self, W, b):
        self.W, self.b = W, b
    def forward(self, x):
        self.x = x
        return x @ self.W + self.b
    def backward(self, grad):
        self.dW = self.x.T @ grad
        self.db = grad.sum(axis=0)
        return grad @ self.W.T

class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out
    def backward(self, grad):
        return grad * self.out * (1 - self.out)

def backprop(X, y, W1, b1, W2, b2):
    first = Linear(np.asarray(W1, float), np.asarray(b1, float))
    act = Sigmoid()
    second = Linear(np.asarray(W2, float)[:, None], np.asarray([b2], float))
    out = second.forward(act.forward(first.forward(np.asarray(X, float))))[:, 0]
    err = out - np.asarray(y, float)
    grad = (2 * err / len(err))[:, None]
    first.backward(act.backward(second.backward(grad)))
    return (err ** 2).mean(), first.dW, first.db, second.dW[:, 0], second.db[0]
