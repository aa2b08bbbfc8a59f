# expect: failed; mistake: decay-by-sign
# about: the decay uses only the sign of w (L1), the same amount for every weight
import numpy as np

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    w, grad, m, v = map(np.array, (w, grad, m, v))
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    w = w - lr * weight_decay * np.sign(w) - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v
