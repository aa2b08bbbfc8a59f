# expect: passed
# about: (4, 1) columns inside, flattened at the end; the bias comes out with one element.
import numpy as np


def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    Y = np.array([[0], [0], [0], [1]])
    W = np.array(w).reshape(2, 1)
    B = np.array([b], dtype=float)
    losses = []
    for _ in range(epochs):
        A = 1 / (1 + np.exp(-(X @ W + B)))
        losses.append(-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)))
        dZ = (A - Y) / 4
        W, B = W - lr * X.T @ dZ, B - lr * dZ.sum(axis=0)
    return W.flatten(), B, losses
