# expect: error
# about: w @ X with shapes that do not fit.
import numpy as np

def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X), np.array(y), np.array(w)
    p = 1 / (1 + np.exp(-(w @ X + b)))
    e = p - y
    return np.mean(e), w, np.mean(e), w, b
