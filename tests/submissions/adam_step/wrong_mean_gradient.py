# expect: failed; mistake: averaged-gradient
# about: Takes grad for one number per example and averages it.

import numpy as np

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    w, grad, m, v = np.array(w, float), np.array(grad, float), np.array(m, float), np.array(v, float)
    g = np.mean(grad)
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    w = w - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return w, m, v
