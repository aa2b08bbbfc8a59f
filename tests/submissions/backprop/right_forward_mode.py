# expect: passed
# about: Goes forwards with every parameter's derivative instead of backwards.

import numpy as np

def backprop(X, y, W1, b1, W2, b2):
    X, y, W1, b1, W2 = (np.asarray(a, float) for a in (X, y, W1, b1, W2))
    h = 1 / (1 + np.exp(-(X @ W1 + b1)))
    e = h @ W2 + b2 - y
    dW1 = np.zeros(W1.shape)
    db1 = np.zeros(b1.shape)
    for j in range(len(b1)):
        dp_db = W2[j] * h[:, j] * (1 - h[:, j])
        db1[j] = np.mean(2 * e * dp_db)
        for i in range(len(W1)):
            dW1[i, j] = np.mean(2 * e * dp_db * X[:, i])
    dW2 = [np.mean(2 * e * h[:, j]) for j in range(len(W2))]
    return np.mean(e * e), dW1, db1, dW2, np.mean(2 * e)
