# expect: failed; mistake: none
# about: All right, but math.log gets a 0.
import math

def neuron_step(X, y, w, b, lr):
    n = len(y)
    loss, a, c, d = 0, 0, 0, 0
    for (x1, x2), t in zip(X, y):
        p = 1 / (1 + math.exp(-(x1 * w[0] + x2 * w[1] + b)))
        loss += -math.log(p) if t == 1 else -math.log(1 - p)
        a += (p - t) * x1
        c += (p - t) * x2
        d += p - t
    return loss / n, [a / n, c / n], d / n, [w[0] - lr * a / n, w[1] - lr * c / n], b - lr * d / n
