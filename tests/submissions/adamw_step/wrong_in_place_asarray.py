# expect: failed; mistake: changed-the-input
# about: asarray makes no copy, so the in-place lines reach the caller.

import numpy as np

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    m = np.asarray(m, dtype=float)
    v = np.asarray(v, dtype=float)
    w = np.asarray(w, dtype=float)
    grad = np.asarray(grad, dtype=float)
    m[:] = beta1 * m + (1 - beta1) * grad
    v[:] = beta2 * v + (1 - beta2) * grad ** 2
    step = lr * (m / (1 - beta1 ** t)) / (np.sqrt(v / (1 - beta2 ** t)) + eps)
    return w - lr * weight_decay * w - step, m, v
