# expect: passed
# about: Loss as -ln(1 - |y - p|), equal to cross-entropy for labels 0 and 1.
import numpy as np


def neuron_step(X, y, w, b, lr):
    X, y, w = np.asarray(X), np.asarray(y), np.asarray(w)
    p = 1 / (1 + np.exp(-X @ w - b))
    loss = -np.log(np.clip(1 - abs(y - p), 1e-12, None)).mean()
    gw = [np.mean((p - y) * X[:, 0]), np.mean((p - y) * X[:, 1])]
    gb = np.mean(p - y)
    return loss, gw, gb, [w[0] - lr * gw[0], w[1] - lr * gw[1]], b - lr * gb
