# expect: passed
# about: Gradients by central differences of the loss.
import numpy as np


def bce(X, y, w, b):
    p = np.clip(1 / (1 + np.exp(-(X @ w + b))), 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def neuron_step(X, y, w, b, lr):
    X, y, w = np.asarray(X, float), np.asarray(y, float), np.asarray(w, float)
    h = 1e-5
    grad_w = np.zeros(2)
    for j in range(2):
        d = np.zeros(2)
        d[j] = h
        grad_w[j] = (bce(X, y, w + d, b) - bce(X, y, w - d, b)) / (2 * h)
    grad_b = (bce(X, y, w, b + h) - bce(X, y, w, b - h)) / (2 * h)
    return bce(X, y, w, b), grad_w, grad_b, w - lr * grad_w, b - lr * grad_b
