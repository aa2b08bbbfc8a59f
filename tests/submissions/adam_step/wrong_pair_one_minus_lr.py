# expect: failed; mistake: forgot-one-minus + forgot-lr
# about: No 1 - beta and no learning rate.

import numpy as np

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    w, grad, m, v = np.array(w, float), np.array(grad, float), np.array(m, float), np.array(v, float)
    m = beta1 * m + grad
    v = beta2 * v + grad**2
    w = w - (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return w, m, v
