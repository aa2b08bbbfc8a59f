# expect: passed
# about: All three results as the rows of one table, handed back one by one.

import numpy as np

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    table = np.array([w, m, v], dtype=float)
    g = np.array(grad, dtype=float)
    betas = np.array([[beta1], [beta2]])
    table[1:] = betas * table[1:] + (1 - betas) * np.array([g, g * g])
    m_hat, v_hat = table[1:] / (1 - betas ** t)
    table[0] = table[0] * (1 - weight_decay * lr) - lr * m_hat / (np.sqrt(v_hat) + eps)
    return table[0], table[1], table[2]
