# expect: passed
# about: The loss straight from z, without a clip: ln(1 + e^z) - y z.
import numpy as np


def neuron_step(X, y, w, b, lr):
    X, y, w = np.asarray(X, float), np.asarray(y, float), np.asarray(w, float)
    z = X @ w + b
    loss = np.mean(np.logaddexp(0, z) - y * z)
    p = np.exp(-np.logaddexp(0, -z))
    delta = (p - y) / len(y)
    return loss, delta @ X, delta.sum(), w - lr * (delta @ X), b - lr * delta.sum()
