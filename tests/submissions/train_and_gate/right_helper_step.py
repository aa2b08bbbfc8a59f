# expect: passed
# about: Calls its own neuron_step from the exercise before.
import numpy as np


def neuron_step(X, y, w, b, lr):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    s = np.clip(p, 1e-12, 1 - 1e-12)
    loss = -np.mean(y * np.log(s) + (1 - y) * np.log(1 - s))
    gw, gb = X.T @ (p - y) / len(y), np.mean(p - y)
    return loss, gw, gb, w - lr * gw, b - lr * gb


def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([0, 0, 0, 1])
    w = np.array(w, float)
    losses = []
    for _ in range(epochs):
        loss, _gw, _gb, w, b = neuron_step(X, y, w, b, lr)
        losses.append(loss)
    return w, b, losses
