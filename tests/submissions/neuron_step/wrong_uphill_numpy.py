# expect: failed; mistake: added-gradient
# about: Adds the gradients.
import numpy as np

def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X), np.array(y), np.array(w)
    p = 1 / (1 + np.exp(-(X @ w + b)))
    pc = np.clip(p, 1e-12, 1 - 1e-12)
    loss = -np.mean(y * np.log(pc) + (1 - y) * np.log(1 - pc))
    dw = X.T @ (p - y) / len(y)
    db = np.mean(p - y)
    w = w + lr * dw
    b = b + lr * db
    return loss, dw, db, w, b
