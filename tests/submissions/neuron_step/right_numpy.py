# expect: passed
# about: The short numpy version.
import numpy as np


def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X), np.array(y), np.array(w)
    p = 1 / (1 + np.exp(-(X.dot(w) + b)))
    q = np.clip(p, 1e-12, 1 - 1e-12)
    loss = -np.mean(y * np.log(q) + (1 - y) * np.log(1 - q))
    dw = X.T.dot(p - y) / len(y)
    db = (p - y).mean()
    return loss, dw, db, w - lr * dw, b - lr * db
