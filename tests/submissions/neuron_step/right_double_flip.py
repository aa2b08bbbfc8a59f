# expect: passed
# about: Error label minus prediction, and the step is added: both signs turned.
import numpy as np


def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X), np.array(y), np.array(w)
    p = 1 / (1 + np.exp(-(X @ w + b)))
    s = np.clip(p, 1e-12, 1 - 1e-12)
    loss = -(y * np.log(s) + (1 - y) * np.log(1 - s)).mean()
    err = y - p
    dw = (err[:, None] * X).mean(axis=0)
    db = err.mean()
    return loss, dw, db, w + lr * dw, b + lr * db
