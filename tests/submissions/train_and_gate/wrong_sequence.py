# expect: failed; mistake: updated-in-sequence
# about: The bias gradient is computed after the weights moved.
import numpy as np

def p_of(X, w, b):
    return 1 / (1 + np.exp(-(X @ w + b)))

def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([0, 0, 0, 1])
    w = np.array(w)
    losses = []
    for _ in range(epochs):
        p = p_of(X, w, b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        w = w - lr * np.mean((p_of(X, w, b) - y)[:, None] * X, axis=0)
        b = b - lr * np.mean(p_of(X, w, b) - y)
    return w, b, losses
