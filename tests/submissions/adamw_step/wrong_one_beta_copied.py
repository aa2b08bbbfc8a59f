# expect: failed; mistake: beta1-for-v
# about: Copied the m line for v and forgot to change the beta.

import numpy as np

def ema(old, new, beta):
    return beta * np.asarray(old) + (1 - beta) * np.asarray(new)

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    w = np.asarray(w, float)
    m = ema(m, grad, beta1)
    v = ema(v, np.asarray(grad) ** 2, beta1)
    mh = m / (1 - beta1 ** t)
    vh = v / (1 - beta1 ** t)
    return w - lr * weight_decay * w - lr * mh / (vh ** 0.5 + eps), m, v
