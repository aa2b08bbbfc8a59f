# expect: failed; mistake: lr-in-gradient
# about: Returns lr times gradient as the gradients.
import numpy as np

def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X), np.array(y), np.array(w)
    p = 1 / (1 + np.exp(-(X @ w + b)))
    q = np.clip(p, 1e-12, 1 - 1e-12)
    loss = -np.mean(y * np.log(q) + (1 - y) * np.log(1 - q))
    dw = lr * X.T @ (p - y) / len(y)
    db = lr * np.mean(p - y)
    return loss, dw, db, w - dw, b - db
