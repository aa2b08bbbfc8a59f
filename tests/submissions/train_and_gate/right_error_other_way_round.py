# expect: passed
# about: Label minus prediction, added: the same step.
import numpy as np


def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([0, 0, 0, 1])
    w = np.array(w)
    losses = []
    for i in range(epochs):
        p = 1 / (1 + np.exp(-(X.dot(w) + b)))
        err = y - p
        losses.append(-np.log(1 - np.abs(err)).mean())
        w = w + lr * X.T.dot(err) / 4
        b = b + lr * err.mean()
    return w, b, losses
