# expect: passed
# about: Copies first and then works in place.

import numpy as np

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    w = np.array(w, dtype=float, copy=True)
    m = np.array(m, dtype=float, copy=True)
    v = np.array(v, dtype=float, copy=True)
    g = np.array(grad, dtype=float, copy=True)
    m *= beta1
    m += (1 - beta1) * g
    g *= g
    v *= beta2
    v += (1 - beta2) * g
    w -= lr * (m / (1 - beta1 ** t)) / (np.sqrt(v / (1 - beta2 ** t)) + eps)
    return w, m, v
