# expect: passed
# about: Adds 1e-8 inside the logarithms.
import numpy as np

eps = 1e-8


def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([0, 0, 0, 1])
    w = np.array(w)
    losses = []
    for _ in range(epochs):
        a = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(-np.mean(y * np.log(a + eps) + (1 - y) * np.log(1 - a + eps)))
        dz = a - y
        w = w - lr * np.dot(X.T, dz) / X.shape[0]
        b = b - lr * dz.mean()
    return [w[0], w[1]], b, losses
