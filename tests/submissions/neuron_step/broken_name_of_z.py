# expect: error
# about: Uses Z where z was assigned.
import numpy as np

def neuron_step(X, y, w, b, lr):
    z = np.array(X) @ np.array(w) + b
    p = 1 / (1 + np.exp(-Z))
    return p.mean(), p, b, w, b
