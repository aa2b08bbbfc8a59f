# expect: passed
# about: np.vectorize over a scalar sigmoid; object array returned by a list.
import math

import numpy as np


@np.vectorize
def squash(z):
    return 1 / (1 + math.exp(-z))


@np.vectorize
def surprise(label, p):
    return -math.log(max(p, 1e-12)) if label > 0.5 else -math.log(max(1 - p, 1e-12))


def neuron_step(X, y, w, b, lr):
    X = np.array(X, float)
    p = squash(np.matmul(X, w) + b)
    e = np.subtract(p, y)
    g = [np.mean(e * X[:, 0]), np.mean(e * X[:, 1])]
    return [np.mean(surprise(y, p)), np.array(g), e.mean(), np.subtract(w, np.multiply(lr, g)), b - lr * e.mean()]
