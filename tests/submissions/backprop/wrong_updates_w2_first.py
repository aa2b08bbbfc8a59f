# expect: failed; mistake: updated-w2-early
# about: Updates W2 at once with a rate of 0.1, then goes on backwards.

import numpy as np

def sigmoid(z):
    return 1 / (1 + np.exp(-z))

def backprop(X, y, W1, b1, W2, b2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    W1, b1, W2 = np.asarray(W1, dtype=float), np.asarray(b1, dtype=float), np.asarray(W2, dtype=float)
    m = len(y)
    A1 = sigmoid(X @ W1 + b1)
    A2 = A1 @ W2 + b2
    loss = np.mean((A2 - y) ** 2)
    dA2 = 2 * (A2 - y) / m
    dW2 = A1.T @ dA2
    db2 = dA2.sum()
    W2 = W2 - 0.1 * dW2
    dZ1 = np.outer(dA2, W2) * A1 * (1 - A1)
    dW1 = X.T @ dZ1
    db1 = dZ1.sum(axis=0)
    return loss, dW1, db1, dW2, db2
