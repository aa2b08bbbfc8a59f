# expect: failed; mistake: sum-not-mean
# about: Adds up loss and gradients and never divides.
import math

def neuron_step(X, y, w, b, lr):
    total = g1 = g2 = gb = 0.0
    for (x1, x2), t in zip(X, y):
        p = 1 / (1 + math.exp(-(w[0] * x1 + w[1] * x2 + b)))
        p_safe = max(1e-12, min(1 - 1e-12, p))
        total -= t * math.log(p_safe) + (1 - t) * math.log(1 - p_safe)
        g1 += (p - t) * x1
        g2 += (p - t) * x2
        gb += p - t
    return total, [g1, g2], gb, [w[0] - lr * g1, w[1] - lr * g2], b - lr * gb
