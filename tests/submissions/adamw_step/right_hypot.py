# expect: passed
# about: Uses math.fsum and hypot for the root.

import math

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    ws, ms, vs = [], [], []
    for a, g, old_m, old_v in zip(w, grad, m, v):
        new_m = math.fsum([beta1 * old_m, g, -beta1 * g])
        new_v = math.fsum([beta2 * old_v, g * g, -beta2 * g * g])
        length = math.hypot(math.sqrt(new_v / (1 - beta2 ** t)), 0.0)
        ws.append(math.fsum([a, -lr * new_m / (1 - beta1 ** t) / (length + eps), -lr * weight_decay * a]))
        ms.append(new_m)
        vs.append(new_v)
    return ws, ms, vs
