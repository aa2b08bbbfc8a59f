# expect: passed
# about: Corrects with the sum of the weights 1, beta, beta**2, ... instead of 1 - beta**t.

import numpy as np

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    w = np.array(w, float)
    g = np.array(grad, float)
    m = beta1 * np.array(m, float) + (1 - beta1) * g
    v = beta2 * np.array(v, float) + (1 - beta2) * g**2
    share_m = (1 - beta1) * sum(beta1**k for k in range(t))
    share_v = (1 - beta2) * sum(beta2**k for k in range(t))
    w = w - lr * (m / share_m) / ((v / share_v) ** 0.5 + eps) - lr * weight_decay * w
    return w, m, v
