# expect: passed
# about: Fills arrays of zeros by index.

import numpy as np

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    n = len(w)
    W = np.zeros(n)
    M = np.zeros(n)
    V = np.zeros(n)
    k = 0
    while k < n:
        M[k] = beta1 * m[k] + (1 - beta1) * grad[k]
        V[k] = beta2 * v[k] + (1 - beta2) * grad[k] * grad[k]
        MH = M[k] / (1 - beta1 ** t)
        VH = V[k] / (1 - beta2 ** t)
        W[k] = w[k] - lr * MH / (np.sqrt(VH) + eps)
        k += 1
    return W, M, V
