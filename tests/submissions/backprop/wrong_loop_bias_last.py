# expect: failed; mistake: none
# about: In the loop only db1 is replaced in place of added to.

import numpy as np

def sigmoid(z):
    return 1 / (1 + np.exp(-z))

def backprop(X, y, W1, b1, W2, b2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    W1, b1, W2 = np.asarray(W1, dtype=float), np.asarray(b1, dtype=float), np.asarray(W2, dtype=float)
    n = len(y)
    dW1, db1, dW2, db2 = np.zeros_like(W1), np.zeros_like(b1), np.zeros_like(W2), 0.0
    loss = 0.0
    for x, t in zip(X, y):
        h = sigmoid(x @ W1 + b1)
        e = h @ W2 + b2 - t
        loss += e ** 2 / n
        g = 2 * e / n
        dW2 += g * h
        db2 += g
        d = g * W2 * h * (1 - h)
        dW1 += np.outer(x, d)
        db1 = d
    return loss, dW1, db1, dW2, db2
