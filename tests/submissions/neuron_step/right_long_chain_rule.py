# expect: passed
# about: Multiplies the slope of the loss by the slope of the sigmoid, without cancelling them.
import numpy as np


def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X, float), np.array(y, float), np.array(w, float)
    z = X @ w + b
    p = np.clip(1 / (1 + np.exp(-z)), 1e-12, 1 - 1e-12)
    loss = np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p))
    dL_dp = -y / p + (1 - y) / (1 - p)
    dp_dz = p * (1 - p)
    dL_dz = dL_dp * dp_dz / len(y)
    dw = X.T @ dL_dz
    db = np.sum(dL_dz)
    return loss, dw, db, w - lr * dw, b - lr * db
