# expect: failed; mistake: tanh-for-sigmoid
# about: Uses tanh and no clip, so the loss has nan in it.
import numpy as np

def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X), np.array(y), np.array(w)
    p = np.tanh(X @ w + b)
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    grad_w = np.mean((p - y)[:, None] * X, axis=0)
    grad_b = np.mean(p - y)
    return loss, grad_w, grad_b, w - lr * grad_w, b - lr * grad_b
