# expect: passed
# about: Works with columns and keepdims inside and brings the shapes back at the end.

import numpy as np

def backprop(X, y, W1, b1, W2, b2):
    X = np.array(X, dtype=float)
    Y = np.array(y, dtype=float).reshape(-1, 1)
    W1 = np.array(W1, dtype=float)
    B1 = np.array(b1, dtype=float).reshape(1, -1)
    V = np.array(W2, dtype=float).reshape(-1, 1)
    m = Y.shape[0]
    H = 1 / (1 + np.exp(-(X.dot(W1) + B1)))
    P = H.dot(V) + b2
    dP = 2 / m * (P - Y)
    dV = H.T.dot(dP)
    dB2 = np.sum(dP, axis=0, keepdims=True)
    dH = dP.dot(V.T)
    dZ = dH * H * (1 - H)
    dW1 = X.T.dot(dZ)
    dB1 = np.sum(dZ, axis=0, keepdims=True)
    return np.mean((P - Y) ** 2), dW1, dB1.ravel(), dV.ravel(), dB2
