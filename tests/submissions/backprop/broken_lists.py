# expect: failed; mistake: none
# about: Uses the arguments as arrays without turning lists into them.

import numpy as np

def backprop(X, y, W1, b1, W2, b2):
    n = X.shape[0]
    h = 1 / (1 + np.exp(-(X @ W1 + b1)))
    e = h @ W2 + b2 - y
    g = 2 * e / n
    dz = np.outer(g, W2) * h * (1 - h)
    return np.mean(e ** 2), X.T @ dz, dz.sum(axis=0), h.T @ g, g.sum()
