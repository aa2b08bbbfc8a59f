# expect: failed; mistake: mse-for-cross-entropy
# about: Loss and gradients of the MSE, with the slope of the sigmoid.
import numpy as np

def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X), np.array(y), np.array(w)
    p = 1 / (1 + np.exp(-(X @ w + b)))
    err = p - y
    loss = (err ** 2).mean()
    delta = 2 * err * p * (1 - p)
    grad_w = X.T @ delta / len(y)
    grad_b = delta.mean()
    return loss, grad_w, grad_b, w - lr * grad_w, b - lr * grad_b
