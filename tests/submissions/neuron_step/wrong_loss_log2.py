# expect: failed; mistake: log2
# about: math.log2.
import math

def neuron_step(X, y, w, b, lr):
    n = len(y)
    ps = [1 / (1 + math.exp(-(r[0] * w[0] + r[1] * w[1] + b))) for r in X]
    loss = 0
    for p, t in zip(ps, y):
        p = min(max(p, 1e-12), 1 - 1e-12)
        loss -= math.log2(p) if t == 1 else math.log2(1 - p)
    gw = [sum((p - t) * r[k] for p, t, r in zip(ps, y, X)) / n for k in range(2)]
    gb = sum(p - t for p, t in zip(ps, y)) / n
    return loss / n, gw, gb, [w[k] - lr * gw[k] for k in range(2)], b - lr * gb
