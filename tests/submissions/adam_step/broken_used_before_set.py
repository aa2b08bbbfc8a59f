# expect: error
# about: Uses v_hat one line too early.

import numpy as np

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * np.array(m) + (1 - beta1) * np.array(grad)
    m_hat = m / (1 - beta1 ** t)
    w = np.array(w) - lr * m_hat / (np.sqrt(v_hat) + eps)
    v = beta2 * np.array(v) + (1 - beta2) * np.array(grad) ** 2
    v_hat = v / (1 - beta2 ** t)
    return w, m, v
