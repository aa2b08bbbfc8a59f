# expect: passed
# about: Writes the sigmoid as (1 + tanh(z / 2)) / 2, which is the same.
import numpy as np


def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X, float), np.array(y, float), np.array(w, float)
    p = (1 + np.tanh((X @ w + b) / 2)) / 2
    inside = np.minimum(np.maximum(p, 1e-12), 1 - 1e-12)
    loss = np.average(-(y * np.log(inside) + (1 - y) * np.log(1 - inside)))
    grad_w, grad_b = np.average((p - y)[:, np.newaxis] * X, axis=0), np.average(p - y)
    return loss, grad_w, grad_b, w - lr * grad_w, b - lr * grad_b
