"""Forwards and backwards through one hidden layer, one thought a line."""

import numpy as np


def backprop(X, y, W1, b1, W2, b2):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    W1 = np.asarray(W1, dtype=float)
    b1 = np.asarray(b1, dtype=float)
    W2 = np.asarray(W2, dtype=float)
    n = len(y)
    # Forwards, keeping every stage for the way back.
    z = X @ W1 + b1
    h = 1 / (1 + np.exp(-z))
    p = h @ W2 + b2
    error = p - y
    loss = np.mean(error**2)
    # Backwards from the loss to the output: error² changes by 2 * error, and the mean gives each example 1 / n of it.
    slope = 2 * error
    dp = slope / n
    # A weight of the output is felt through its hidden value, the bias directly.
    dW2 = h.T @ dp
    db2 = np.sum(dp)
    # On the way to the hidden layer the signal passes W2, then the slope of the sigmoid.
    dh = np.outer(dp, W2)
    h_slope = h * (1 - h)
    dz = dh * h_slope
    # The same two rules once more, one layer further back.
    dW1 = X.T @ dz
    db1 = np.sum(dz, axis=0)
    return loss, dW1, db1, dW2, db2
