# expect: failed; mistake: bias-not-in-prediction
# about: The helper does not use b.
import numpy as np

def forward(X, w, b):
    return 1 / (1 + np.exp(-np.dot(X, w)))

def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([0, 0, 0, 1])
    w = np.array(w)
    losses = []
    for _ in range(epochs):
        p = forward(X, w, b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        w = w - lr * X.T @ (p - y) / 4
        b = b - lr * np.mean(p - y)
    return w, b, losses
