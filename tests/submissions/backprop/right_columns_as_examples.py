# expect: passed
# about: One column per example, as in a well-known video course, turned back at the end.

import numpy as np

def backprop(X, y, W1, b1, W2, b2):
    A0 = np.asarray(X, float).T
    Y = np.asarray(y, float)[None, :]
    U = np.asarray(W1, float).T
    c = np.asarray(b1, float)[:, None]
    v = np.asarray(W2, float)[None, :]
    m = Y.shape[1]
    A1 = 1 / (1 + np.exp(-(U @ A0 + c)))
    A2 = v @ A1 + b2
    dZ2 = 2 * (A2 - Y)
    dv = dZ2 @ A1.T / m
    dc2 = dZ2.mean()
    dZ1 = v.T @ dZ2 * A1 * (1 - A1)
    dU = dZ1 @ A0.T / m
    dc = dZ1.mean(axis=1)
    return ((A2 - Y) ** 2).mean(), dU.T, dc, dv[0], dc2
