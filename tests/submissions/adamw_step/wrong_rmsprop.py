# expect: failed; mistake: gradient-for-m
# about: The numerator is the gradient.

import numpy as np

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    w, grad, m, v = np.array(w, float), np.array(grad, float), np.array(m, float), np.array(v, float)
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    v_hat = v / (1 - beta2**t)
    w = w - lr * weight_decay * w - lr * grad / (np.sqrt(v_hat) + eps)
    return w, m, v
