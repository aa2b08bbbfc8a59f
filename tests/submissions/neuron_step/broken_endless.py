# expect: timeout
# about: Trains until the loss is 0, which never happens.
import numpy as np

def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X), np.array(y), np.array(w)
    loss = 1
    while loss > 0:
        p = 1 / (1 + np.exp(-(X @ w + b)))
        loss = 1 + np.mean(np.abs(p - y))
    return loss, w, b, w, b
