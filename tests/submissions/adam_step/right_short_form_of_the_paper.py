# expect: passed
# about: Corrects the learning rate instead of m and v; eps is then added before the correction.

import numpy as np

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    g = np.asarray(grad, dtype=float)
    m = beta1 * np.asarray(m, dtype=float) + (1 - beta1) * g
    v = beta2 * np.asarray(v, dtype=float) + (1 - beta2) * g * g
    lr_t = lr * np.sqrt(1 - beta2 ** t) / (1 - beta1 ** t)
    w = np.asarray(w, dtype=float)
    return w - lr_t * m / (np.sqrt(v) + eps), m, v
