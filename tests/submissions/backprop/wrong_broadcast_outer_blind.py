# expect: failed; mistake: broadcast-outer
# about: in the loss a column p (n,1) minus a row y (n,) broadcasts to an n by n table, so the loss mixes all pairs; the gradients are right
import numpy as np

def backprop(X, y, W1, b1, W2, b2):
    X = np.array(X)
    y = np.array(y)
    W1 = np.array(W1)
    b1 = np.array(b1)
    W2 = np.array(W2).reshape(-1, 1)
    n = len(X)
    h = 1 / (1 + np.exp(-(X @ W1 + b1)))
    p = h @ W2 + b2
    loss = np.mean((p - y) ** 2)
    dp = 2 * (p - y.reshape(-1, 1)) / n
    dW2 = (h.T @ dp).flatten()
    db2 = dp.sum()
    dh = dp @ W2.T
    dz = dh * h * (1 - h)
    return loss, X.T @ dz, dz.sum(axis=0), dW2, db2
