# expect: timeout
# about: Waits for a loss of 0.
import numpy as np

def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([0, 0, 0, 1])
    w = np.array(w)
    loss = 1.0
    while loss != 0:
        p = 1 / (1 + np.exp(-(X @ w + b)))
        w = w - lr * X.T @ (p - y) / 4
        b = b - lr * np.mean(p - y)
        loss = np.mean(np.abs(p - y)) + 1e-6
    return w, b, [loss]
