# expect: failed; mistake: rows-and-labels-apart
# about: lists the rows in another order than the labels, so (0, 0) is the row with label 1
import numpy as np

def train_and_gate(w, b, lr, epochs):
    X = np.array([[1, 1], [1, 0], [0, 1], [0, 0]])
    y = np.array([0, 0, 0, 1])
    w = np.array(w, dtype=float)
    losses = []
    for i in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        w = w - lr * X.T @ (p - y) / 4
        b = b - lr * np.mean(p - y)
    return w, b, losses
