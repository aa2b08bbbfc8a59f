# expect: failed; mistake: one-minus-log
# about: (1 - log p) where log(1 - p) belongs.
import numpy as np

def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X), np.array(y), np.array(w)
    p = 1 / (1 + np.exp(-(X @ w + b)))
    lp = np.log(np.clip(p, 1e-12, 1 - 1e-12))
    loss = -np.mean(y * lp + (1 - y) * (1 - lp))
    grad_w = X.T @ (p - y) / len(y)
    grad_b = np.mean(p - y)
    return loss, grad_w, grad_b, w - lr * grad_w, b - lr * grad_b
