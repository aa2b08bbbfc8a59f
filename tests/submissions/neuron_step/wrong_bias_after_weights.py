# expect: failed; mistake: updated-in-sequence
# about: Predicts again with the new weights before the bias gradient.
import numpy as np

def sig(z):
    return 1 / (1 + np.exp(-z))

def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X), np.array(y), np.array(w)
    p = sig(X @ w + b)
    q = np.clip(p, 1e-12, 1 - 1e-12)
    loss = -np.mean(y * np.log(q) + (1 - y) * np.log(1 - q))
    grad_w = X.T @ (p - y) / len(y)
    w = w - lr * grad_w
    grad_b = np.mean(sig(X @ w + b) - y)
    b = b - lr * grad_b
    return loss, grad_w, grad_b, w, b
