# expect: error
# about: beta1 ^ t is not a power in Python.

import numpy as np

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    w, grad, m, v = np.array(w), np.array(grad), np.array(m), np.array(v)
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad ** 2
    w = w - lr * weight_decay * w - lr * (m / (1 - beta1 ^ t)) / (np.sqrt(v / (1 - beta2 ^ t)) + eps)
    return w, m, v
