# expect: passed
# about: Sums over the examples by recursion.
import math


def totals(X, y, w, b):
    if len(y) == 0:
        return 0.0, 0.0, 0.0, 0.0
    z = X[0][0] * w[0] + X[0][1] * w[1] + b
    p = 1 / (1 + math.exp(-z))
    right = p if y[0] == 1 else 1 - p
    loss, a, c, e = totals(X[1:], y[1:], w, b)
    d = p - y[0]
    return loss - math.log(max(right, 1e-10)), a + d * X[0][0], c + d * X[0][1], e + d


def neuron_step(X, y, w, b, lr):
    n = len(y)
    loss, a, c, e = (t / n for t in totals(X, y, w, b))
    return loss, (a, c), e, (w[0] - lr * a, w[1] - lr * c), b - lr * e
