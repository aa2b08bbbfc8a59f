# expect: failed; mistake: factor-two
# about: Takes the 2 of the MSE gradient over.
import numpy as np

def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X), np.array(y), np.array(w)
    p = 1 / (1 + np.exp(-(X @ w + b)))
    q = np.clip(p, 1e-12, 1 - 1e-12)
    loss = -np.mean(y * np.log(q) + (1 - y) * np.log(1 - q))
    grad_w = np.mean(2 * (p - y)[:, None] * X, axis=0)
    grad_b = np.mean(2 * (p - y))
    return loss, grad_w, grad_b, w - lr * grad_w, b - lr * grad_b
