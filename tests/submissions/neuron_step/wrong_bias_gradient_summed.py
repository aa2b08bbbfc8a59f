# expect: failed; mistake: sum-not-mean
# about: Forgets / m for the bias only.
import numpy as np

def neuron_step(X, y, w, b, lr):
    X, y, w = np.asarray(X), np.asarray(y), np.asarray(w)
    m = X.shape[0]
    A = 1 / (1 + np.exp(-(X @ w + b)))
    A2 = np.clip(A, 1e-12, 1 - 1e-12)
    cost = -1 / m * np.sum(y * np.log(A2) + (1 - y) * np.log(1 - A2))
    dw = 1 / m * X.T @ (A - y)
    db = np.sum(A - y)
    return cost, dw, db, w - lr * dw, b - lr * db
