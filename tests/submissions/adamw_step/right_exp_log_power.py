# expect: passed
# about: Writes the power with exp and log, through expm1.

import numpy as np

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    w = np.asarray(w, dtype=np.float64)
    g = np.asarray(grad, dtype=np.float64)
    m_t = beta1 * np.asarray(m, dtype=np.float64) + (1 - beta1) * g
    v_t = beta2 * np.asarray(v, dtype=np.float64) + (1 - beta2) * g**2
    bias1 = -np.expm1(t * np.log(beta1))
    bias2 = -np.expm1(t * np.log(beta2))
    return w - (lr * weight_decay) * w - lr * m_t / (bias1 * (np.sqrt(v_t / bias2) + eps)), m_t, v_t
