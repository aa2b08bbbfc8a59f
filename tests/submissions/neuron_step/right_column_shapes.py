# expect: passed
# about: Works with (n, 1) columns inside and flattens at the end.
import numpy as np


def neuron_step(X, y, w, b, lr):
    X = np.array(X, float)
    n = X.shape[0]
    Y = np.array(y, float).reshape(n, 1)
    W = np.array(w, float).reshape(2, 1)
    P = 1 / (1 + np.exp(-(X @ W + b)))
    S = np.clip(P, 1e-12, 1 - 1e-12)
    loss = -np.mean(Y * np.log(S) + (1 - Y) * np.log(1 - S))
    dW = X.T @ (P - Y) / n
    db = np.mean(P - Y, axis=0)
    return loss, dW.ravel(), db, (W - lr * dW).ravel(), b - lr * db
