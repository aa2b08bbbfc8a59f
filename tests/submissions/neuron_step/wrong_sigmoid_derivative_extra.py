# expect: failed; mistake: extra-prime
# about: Multiplies the error by p (1 - p) although the loss is cross-entropy.
import math

def sigma(z):
    return 1 / (1 + math.exp(-z))

def neuron_step(X, y, w, b, lr):
    n = len(y)
    loss, gw, gb = 0, [0, 0], 0
    for x, t in zip(X, y):
        p = sigma(x[0] * w[0] + x[1] * w[1] + b)
        q = min(max(p, 1e-12), 1 - 1e-12)
        loss -= t * math.log(q) + (1 - t) * math.log(1 - q)
        d = (p - t) * p * (1 - p)
        gw[0] += d * x[0]
        gw[1] += d * x[1]
        gb += d
    gw = [g / n for g in gw]
    return loss / n, gw, gb / n, [w[0] - lr * gw[0], w[1] - lr * gw[1]], b - lr * gb / n
