# expect: failed; mistake: eps-outside-division
# about: Like that, but with lr before the fraction: eps is added to the whole step.

import numpy as np

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    w, grad, m, v = np.array(w, float), np.array(grad, float), np.array(m, float), np.array(v, float)
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    step = lr * m_hat / np.sqrt(v_hat) + eps
    w = w - step
    return w, m, v
