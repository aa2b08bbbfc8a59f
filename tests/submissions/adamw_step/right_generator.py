# expect: passed
# about: A generator yields one weight after the other.

from math import sqrt

def steps(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    for a, g, p, q in zip(w, grad, m, v):
        p = beta1 * p + g - beta1 * g
        q = beta2 * q + g**2 - beta2 * g**2
        yield a - lr * (weight_decay * a) - lr * (p / (1 - beta1**t)) / (eps + sqrt(q / (1 - beta2**t))), p, q

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    ws, ms, vs = zip(*steps(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay))
    return list(ws), list(ms), list(vs)
