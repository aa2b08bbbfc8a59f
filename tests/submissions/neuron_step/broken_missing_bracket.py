# expect: error; mistake: syntax-error
# about: One bracket too few in the sigmoid.
import numpy as np

def neuron_step(X, y, w, b, lr):
    p = 1 / (1 + np.exp(-(X @ w + b))
    grad_b = np.mean(p - y)
    return 0, w, grad_b, w, b
