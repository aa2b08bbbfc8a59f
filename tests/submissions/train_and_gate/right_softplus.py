# expect: passed
# about: Loss from z, sigmoid by tanh.
import numpy as np


def train_and_gate(w, b, lr, epochs):
    X = np.indices((2, 2)).reshape(2, 4).T
    y = X[:, 0] & X[:, 1]
    w = np.asarray(w, dtype=float)
    losses = []
    for _ in range(epochs):
        z = X @ w + b
        losses.append(np.mean(np.log1p(np.exp(z)) - y * z))
        delta = 0.5 * (1 + np.tanh(z / 2)) - y
        w = w - lr * np.average(delta[:, None] * X, axis=0)
        b = b - lr * np.average(delta)
    return w, b, losses
