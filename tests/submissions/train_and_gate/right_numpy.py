# expect: passed
# about: The short numpy version.
import numpy as np


def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([0, 0, 0, 1])
    w = np.array(w, dtype=float)
    losses = []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        dw, db = X.T @ (p - y) / 4, np.mean(p - y)
        w, b = w - lr * dw, b - lr * db
    return w, b, losses
