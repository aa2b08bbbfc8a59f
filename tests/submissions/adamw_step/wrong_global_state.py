# expect: failed; mistake: none
# about: Keeps m and v in globals and ignores those handed in.

import numpy as np

M = 0
V = 0

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    global M, V
    grad = np.asarray(grad)
    if np.ndim(M) == 0 or len(M) != len(grad):
        M, V = np.zeros(len(grad)), np.zeros(len(grad))
    M = beta1 * M + (1 - beta1) * grad
    V = beta2 * V + (1 - beta2) * grad ** 2
    w = np.asarray(w) - lr * weight_decay * np.asarray(w) - lr * (M / (1 - beta1 ** t)) / (np.sqrt(V / (1 - beta2 ** t)) + eps)
    return w, M, V
