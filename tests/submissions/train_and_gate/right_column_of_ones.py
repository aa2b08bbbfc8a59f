# expect: passed
# about: The bias is a third weight on a column of ones.
import numpy as np


def train_and_gate(w, b, lr, epochs):
    A = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]], dtype=float)
    t = np.array([0, 0, 0, 1], dtype=float)
    theta = np.array([w[0], w[1], b], dtype=float)
    history = np.zeros(epochs)
    for k in range(epochs):
        p = 1 / (1 + np.exp(-A @ theta))
        history[k] = -(t @ np.log(p) + (1 - t) @ np.log(1 - p)) / 4
        theta = theta - lr * A.T @ (p - t) / 4
    return theta[:2], theta[2], history
