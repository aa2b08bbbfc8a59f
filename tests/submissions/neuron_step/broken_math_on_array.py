# expect: error
# about: math.exp of a whole array.
import math
import numpy as np

def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X), np.array(y), np.array(w)
    p = 1 / (1 + math.exp(-(X @ w + b)))
    return 0, w, 0, w, b
