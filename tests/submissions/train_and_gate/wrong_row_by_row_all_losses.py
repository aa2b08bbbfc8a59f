# expect: failed; mistake: updated-per-example
# about: One update and one loss for every row.
import numpy as np

def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([0, 0, 0, 1])
    w = np.array(w, dtype=float)
    losses = []
    for _ in range(epochs):
        for i in range(len(X)):
            p = 1 / (1 + np.exp(-(X[i] @ w + b)))
            losses.append(-(y[i] * np.log(p) + (1 - y[i]) * np.log(1 - p)))
            w = w - lr * (p - y[i]) * X[i]
            b = b - lr * (p - y[i])
    return w, b, losses
