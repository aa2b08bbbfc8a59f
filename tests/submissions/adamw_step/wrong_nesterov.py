# expect: failed; mistake: none
# about: Looks ahead once more: m is mixed with the gradient again before the step.

import numpy as np

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    w, grad, m, v = np.array(w, float), np.array(grad, float), np.array(m, float), np.array(v, float)
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_bar = beta1 * m + (1 - beta1) * grad
    w = w - lr * weight_decay * w - lr * (m_bar / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return w, m, v
