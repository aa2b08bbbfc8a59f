# expect: passed
# about: Loops over the index and builds three lists.

import math

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    new_w = []
    new_m = []
    new_v = []
    for i in range(len(w)):
        mi = beta1 * m[i] + (1 - beta1) * grad[i]
        vi = beta2 * v[i] + (1 - beta2) * grad[i] ** 2
        m_corrected = mi / (1 - beta1 ** t)
        v_corrected = vi / (1 - beta2 ** t)
        wi = w[i] * (1 - lr * weight_decay) - lr * m_corrected / (math.sqrt(v_corrected) + eps)
        new_w.append(wi)
        new_m.append(mi)
        new_v.append(vi)
    return new_w, new_m, new_v
