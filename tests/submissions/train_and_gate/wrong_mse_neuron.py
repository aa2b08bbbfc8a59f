# expect: failed; mistake: mse-for-cross-entropy
# about: Everything as in MSE.
import numpy as np

def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([0, 0, 0, 1])
    w = np.array(w)
    losses = []
    for _ in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(np.mean((p - y) ** 2))
        d = 2 * (p - y) * p * (1 - p)
        w = w - lr * X.T @ d / 4
        b = b - lr * np.mean(d)
    return w, b, losses
