# expect: failed; mistake: mse-loss
# about: Only the list holds MSE.
import numpy as np

def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([0, 0, 0, 1])
    w = np.array(w)
    losses = []
    for _ in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(((p - y) ** 2).mean())
        w = w - lr * X.T @ (p - y) / 4
        b = b - lr * np.mean(p - y)
    return w, b, losses
