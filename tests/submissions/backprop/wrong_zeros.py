# expect: failed; mistake: none
# about: Only the loss is done; zeros stand for the gradients.

import numpy as np

def sigmoid(z):
    return 1 / (1 + np.exp(-z))

def backprop(X, y, W1, b1, W2, b2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    W1, b1, W2 = np.asarray(W1, dtype=float), np.asarray(b1, dtype=float), np.asarray(W2, dtype=float)
    out = sigmoid(X @ W1 + b1) @ W2 + b2
    return np.mean((out - y) ** 2), np.zeros_like(W1), np.zeros_like(b1), np.zeros_like(W2), 0.0
