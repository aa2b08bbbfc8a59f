# expect: failed; mistake: last-only
# about: the loop over the examples overwrites the gradients of W1 and b1 instead of adding, so only the last example counts for them
import numpy as np

def backprop(X, y, W1, b1, W2, b2):
    X, y, W1, b1, W2 = map(np.array, (X, y, W1, b1, W2))
    n = len(X)
    loss = 0.0
    dW1 = np.zeros(W1.shape)
    db1 = np.zeros(b1.shape)
    dW2 = np.zeros(W2.shape)
    db2 = 0.0
    for i in range(n):
        h = 1 / (1 + np.exp(-(X[i] @ W1 + b1)))
        p = h @ W2 + b2
        loss += (p - y[i]) ** 2 / n
        d = 2 * (p - y[i]) / n
        dW2 += d * h
        db2 += d
        dz = d * W2 * h * (1 - h)
        dW1 = np.outer(X[i], dz)
        db1 = dz
    return loss, dW1, db1, dW2, db2
