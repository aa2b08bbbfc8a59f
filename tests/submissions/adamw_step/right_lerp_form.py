# expect: passed
# about: Moves m and v towards the new number: m + (1 - beta) * (g - m).

import numpy as np

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    w = np.asarray(w, float); g = np.asarray(grad, float)
    m = np.asarray(m, float); v = np.asarray(v, float)
    m = m + (1 - beta1) * (g - m)
    v = v + (1 - beta2) * (g * g - v)
    update = (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return w - lr * (update + weight_decay * w), m, v
