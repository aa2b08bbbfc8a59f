# expect: failed; mistake: t-one-early
# about: Thinks that the power counts the steps before this one.

import numpy as np

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    w, grad, m, v = np.array(w, float), np.array(grad, float), np.array(m, float), np.array(v, float)
    steps_done = t - 1
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**steps_done)
    v_hat = v / (1 - beta2**steps_done)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v
