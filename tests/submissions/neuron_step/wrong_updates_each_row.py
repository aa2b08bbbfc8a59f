# expect: failed; mistake: updated-per-example
# about: SGD inside: moves after every row, and the gradients it returns are those along the way.
import math

def neuron_step(X, y, w, b, lr):
    n = len(y)
    w = [w[0], w[1]]
    loss, gw, gb = 0, [0, 0], 0
    for x, t in zip(X, y):
        p = 1 / (1 + math.exp(-(x[0] * w[0] + x[1] * w[1] + b)))
        q = min(max(p, 1e-12), 1 - 1e-12)
        loss -= (t * math.log(q) + (1 - t) * math.log(1 - q)) / n
        d = p - t
        gw[0] += d * x[0] / n
        gw[1] += d * x[1] / n
        gb += d / n
        w[0] -= lr * d * x[0]
        w[1] -= lr * d * x[1]
        b -= lr * d
    return loss, gw, gb, w, b
