# expect: passed
# about: A sigmoid with two branches that never overflows.
import numpy as np


def sigmoid(z):
    out = np.empty_like(z)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    e = np.exp(z[~pos])
    out[~pos] = e / (1 + e)
    return out


def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X, dtype=float), np.array(y, dtype=float), np.array(w, dtype=float)
    p = sigmoid(X @ w + b)
    eps = 1e-15
    p_log = np.clip(p, eps, 1 - eps)
    loss_before = -np.mean(y * np.log(p_log) + (1 - y) * np.log(1 - p_log))
    grad_w = np.mean((p - y).reshape(-1, 1) * X, axis=0)
    grad_b = np.mean(p - y)
    w -= lr * grad_w
    b -= lr * grad_b
    return loss_before, grad_w, grad_b, w, b
