# expect: failed; mistake: extra-dimension
# about: Column vectors as in a video course: dW2 is (k, 1) and db1 (1, k).

import numpy as np

def sigmoid(z):
    return 1 / (1 + np.exp(-z))

def backprop(X, y, W1, b1, W2, b2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    W1, b1, W2 = np.asarray(W1, dtype=float), np.asarray(b1, dtype=float), np.asarray(W2, dtype=float)
    m = len(y)
    Y = y.reshape(-1, 1)
    V = W2.reshape(-1, 1)
    A1 = sigmoid(X @ W1 + b1)
    A2 = A1 @ V + b2
    loss = np.mean((A2 - Y) ** 2)
    dZ2 = 2 * (A2 - Y) / m
    dW2 = A1.T @ dZ2
    db2 = np.sum(dZ2)
    dZ1 = dZ2 @ V.T * A1 * (1 - A1)
    return loss, X.T @ dZ1, np.sum(dZ1, axis=0, keepdims=True), dW2, db2
