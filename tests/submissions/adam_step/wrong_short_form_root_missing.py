# expect: failed; mistake: none
# about: The short form of the paper, but lr is corrected without the root.

import numpy as np

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    w, grad, m, v = np.array(w, float), np.array(grad, float), np.array(m, float), np.array(v, float)
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    lr_t = lr * (1 - beta2**t) / (1 - beta1**t)
    return w - lr_t * m / (np.sqrt(v) + eps), m, v
