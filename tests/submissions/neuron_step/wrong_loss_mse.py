# expect: failed; mistake: mse-loss
# about: Copies the MSE of the first lesson as the loss.
import numpy as np

def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X), np.array(y), np.array(w)
    p = 1 / (1 + np.exp(-(X @ w + b)))
    err = p - y
    loss = np.mean(err ** 2)
    grad_w = X.T @ err / len(y)
    grad_b = np.mean(err)
    return loss, grad_w, grad_b, w - lr * grad_w, b - lr * grad_b
