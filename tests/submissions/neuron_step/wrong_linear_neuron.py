# expect: failed; mistake: no-sigmoid
# about: Forgets the sigmoid; clips with another limit.
import numpy as np

def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X), np.array(y), np.array(w)
    pred = X @ w + b
    pc = np.clip(pred, 1e-9, 1 - 1e-9)
    loss = -np.mean(y * np.log(pc) + (1 - y) * np.log(1 - pc))
    err = pred - y
    gw = X.T @ err / len(err)
    gb = err.mean()
    return loss, gw, gb, w - lr * gw, b - lr * gb
