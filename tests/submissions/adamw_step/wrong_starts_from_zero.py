# expect: failed; mistake: state-reset
# about: Sets m and v to zero at the start of each call.

import numpy as np

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    w = np.array(w, float)
    grad = np.array(grad, float)
    # initialise the moments
    m = np.zeros(len(w))
    v = np.zeros(len(w))
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    w = w - lr * weight_decay * w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v
