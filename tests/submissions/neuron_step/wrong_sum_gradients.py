# expect: failed; mistake: sum-not-mean
# about: Uses X.T @ error without dividing by n; the loss is a mean.
import numpy as np

def neuron_step(X, y, w, b, lr):
    X = np.array(X); y = np.array(y); w = np.array(w)
    z = np.dot(X, w) + b
    a = 1 / (1 + np.exp(-z))
    cost = -np.mean(y * np.log(a.clip(1e-12, 1 - 1e-12)) + (1 - y) * np.log(1 - a.clip(1e-12, 1 - 1e-12)))
    dz = a - y
    dw = np.dot(X.T, dz)
    db = np.sum(dz)
    return cost, dw, db, w - lr * dw, b - lr * db
