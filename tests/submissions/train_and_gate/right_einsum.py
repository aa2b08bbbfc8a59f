# expect: passed
# about: einsum for every sum.
import numpy as np


def train_and_gate(w, b, lr, epochs):
    X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([0.0, 0, 0, 1])
    w, losses = np.array(w), []
    for _ in range(epochs):
        p = 1 / (1 + np.exp(-np.einsum("ij,j", X, w) - b))
        losses += [-np.einsum("i,i", y, np.log(p)) / 4 - np.einsum("i,i", 1 - y, np.log(1 - p)) / 4]
        w, b = w - lr * np.einsum("i,ij", p - y, X) / 4, b - lr * np.einsum("i->", p - y) / 4
    return w, b, losses
