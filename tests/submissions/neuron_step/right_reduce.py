# expect: passed
# about: functools.reduce over the examples.
from functools import reduce
from math import exp, log


def neuron_step(X, y, w, b, lr):
    def add(total, example):
        (x1, x2), label = example
        p = 1 / (1 + exp(-(x1 * w[0] + x2 * w[1] + b)))
        e = p - label
        cost = -log(max(1e-12, p if label else 1 - p))
        return total[0] + cost, total[1] + e * x1, total[2] + e * x2, total[3] + e

    n = len(y)
    loss, g1, g2, gb = [t / n for t in reduce(add, zip(X, y), (0, 0, 0, 0))]
    return [loss, [g1, g2], gb, [w[0] - lr * g1, w[1] - lr * g2], b - lr * gb]
