# expect: failed; mistake: no-sigmoid
# about: The error is z - y.
import numpy as np

def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X), np.array(y), np.array(w)
    z = X @ w + b
    p = 1 / (1 + np.exp(-z))
    q = np.clip(p, 1e-12, 1 - 1e-12)
    loss = -np.mean(y * np.log(q) + (1 - y) * np.log(1 - q))
    err = z - y
    grad_w = X.T @ err / len(y)
    grad_b = np.mean(err)
    return loss, grad_w, grad_b, w - lr * grad_w, b - lr * grad_b
