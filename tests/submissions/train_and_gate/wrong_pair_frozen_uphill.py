# expect: failed; mistake: bias-frozen + added-gradient
# about: Weights uphill, bias not at all.
import numpy as np

def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([0, 0, 0, 1])
    w = np.array(w)
    losses = []
    for _ in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        w = w + lr * X.T @ (p - y) / 4
    return w, b, losses
