# expect: failed; mistake: sigmoid-brackets
# about: 1 / 1 + exp(-z), with a clip at 1e-12.
import numpy as np

def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X), np.array(y), np.array(w)
    p = 1 / 1 + np.exp(-(X @ w + b))
    safe = np.clip(p, 1e-12, 1 - 1e-12)
    loss = -np.mean(y * np.log(safe) + (1 - y) * np.log(1 - safe))
    grad_w = X.T @ (p - y) / len(y)
    grad_b = np.mean(p - y)
    return loss, grad_w, grad_b, w - lr * grad_w, b - lr * grad_b
