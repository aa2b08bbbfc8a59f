# expect: failed; mistake: changed-the-input
# about: w -= ... on the caller's array.

import numpy as np

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    new_m = [beta1 * a + (1 - beta1) * g for a, g in zip(m, grad)]
    new_v = [beta2 * a + (1 - beta2) * g ** 2 for a, g in zip(v, grad)]
    for i in range(len(w)):
        mh = new_m[i] / (1 - beta1 ** t)
        vh = new_v[i] / (1 - beta2 ** t)
        w[i] -= lr * weight_decay * w[i]
        w[i] -= lr * mh / (vh ** 0.5 + eps)
    return w, new_m, new_v
