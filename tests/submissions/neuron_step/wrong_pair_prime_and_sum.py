# expect: failed; mistake: extra-prime + sum-not-mean
# about: p (1 - p) in the gradients, and sums.
import numpy as np

def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X), np.array(y), np.array(w)
    p = 1 / (1 + np.exp(-(X @ w + b)))
    q = np.clip(p, 1e-12, 1 - 1e-12)
    loss = -np.mean(y * np.log(q) + (1 - y) * np.log(1 - q))
    d = (p - y) * p * (1 - p)
    grad_w = X.T @ d
    grad_b = d.sum()
    return loss, grad_w, grad_b, w - lr * grad_w, b - lr * grad_b
