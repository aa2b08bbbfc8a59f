# expect: passed
# about: Loss slope times sigmoid slope, not cancelled.
import numpy as np


def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], float)
    y = np.array([0, 0, 0, 1.0])
    w = np.array(w, float)
    losses = []
    for _ in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(float(np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p))))
        dz = (-y / p + (1 - y) / (1 - p)) * p * (1 - p)
        grad_w = np.array([np.mean(dz * X[:, 0]), np.mean(dz * X[:, 1])])
        grad_b = np.mean(dz)
        w = w - lr * grad_w
        b = b - lr * grad_b
    return w, b, losses
