# expect: failed; mistake: none
# about: Returns the share of wrong answers as the loss; the rest is right.
import numpy as np

def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X), np.array(y), np.array(w)
    p = 1 / (1 + np.exp(-(X @ w + b)))
    loss = np.mean((p > 0.5) != (y == 1))
    grad_w = X.T @ (p - y) / len(y)
    grad_b = np.mean(p - y)
    return loss, grad_w, grad_b, w - lr * grad_w, b - lr * grad_b
