# expect: passed
# about: A neuron object with methods; the function only uses it.
import numpy as np


class Neuron:
    def __init__(self, w, b):
        self.w = np.array(w, dtype=float)
        self.b = float(b)

    def forward(self, X):
        self.p = 1 / (1 + np.exp(-(X @ self.w + self.b)))
        return self.p

    def loss(self, y):
        p = np.clip(self.p, 1e-9, 1 - 1e-9)
        return np.mean(np.where(y == 1, -np.log(p), -np.log(1 - p)))

    def backward(self, X, y):
        delta = (self.p - y) / len(y)
        return delta @ X, delta.sum()

    def step(self, dw, db, lr):
        self.w -= lr * dw
        self.b -= lr * db


def neuron_step(X, y, w, b, lr):
    X, y = np.array(X, dtype=float), np.array(y, dtype=float)
    neuron = Neuron(w, b)
    neuron.forward(X)
    loss = neuron.loss(y)
    dw, db = neuron.backward(X, y)
    neuron.step(dw, db, lr)
    return loss, dw, db, neuron.w, neuron.b
