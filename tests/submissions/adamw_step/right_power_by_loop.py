# expect: passed
# about: Computes beta to the power t by multiplying in a loop.

import numpy as np

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    p1 = 1.0
    p2 = 1.0
    for _ in range(t):
        p1 *= beta1
        p2 *= beta2
    w, grad, m, v = [np.asarray(a, dtype=float) for a in (w, grad, m, v)]
    m = beta1 * m + (1.0 - beta1) * grad
    v = beta2 * v + (1.0 - beta2) * grad * grad
    w = w - lr * weight_decay * w - lr * (m / (1.0 - p1)) / (np.sqrt(v / (1.0 - p2)) + eps)
    return w, m, v
