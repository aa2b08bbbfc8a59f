# expect: failed; mistake: forgot-one-minus
# about: Momentum as in SGD: m = beta1*m + grad.

import numpy as np

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    w, grad, m, v = np.array(w, float), np.array(grad, float), np.array(m, float), np.array(v, float)
    m = beta1 * m + grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    w -= lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v
