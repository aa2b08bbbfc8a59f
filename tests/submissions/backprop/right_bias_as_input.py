# expect: passed
# about: A column of ones makes the biases rows of the weights.

import numpy as np

def backprop(X, y, W1, b1, W2, b2):
    ones = np.ones((len(y), 1))
    XX = np.hstack([np.asarray(X, float), ones])
    WW = np.vstack([np.asarray(W1, float), np.asarray(b1, float)])
    H = 1 / (1 + np.exp(-XX @ WW))
    HH = np.hstack([H, ones])
    VV = np.append(np.asarray(W2, float), b2)
    e = HH @ VV - np.asarray(y, float)
    g = 2 * e / len(e)
    dV = g @ HH
    dWW = XX.T @ (g[:, None] * VV[:-1] * H * (1 - H))
    return e @ e / len(e), dWW[:-1], dWW[-1], dV[:-1], dV[-1]
