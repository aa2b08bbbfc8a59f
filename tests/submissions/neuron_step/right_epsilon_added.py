# expect: passed
# about: Adds 1e-9 inside the logarithms, where others clip.
import numpy as np

EPS = 1e-9


def neuron_step(X, y, w, b, lr):
    X = np.array(X)
    y = np.array(y)
    w = np.array(w)
    a = 1 / (1 + np.exp(-(np.dot(X, w) + b)))
    cost = -np.sum(y * np.log(a + EPS) + (1 - y) * np.log(1 - a + EPS)) / X.shape[0]
    dz = a - y
    dw = np.dot(X.T, dz) / X.shape[0]
    db = np.sum(dz) / X.shape[0]
    return cost, dw, db, w - lr * dw, b - lr * db
