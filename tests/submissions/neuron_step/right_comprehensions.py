# expect: passed
# about: List comprehensions and zip.
from math import exp, log


def neuron_step(X, y, w, b, lr):
    p = [1 / (1 + exp(-(sum(a * c for a, c in zip(row, w)) + b))) for row in X]
    errors = [pi - yi for pi, yi in zip(p, y)]
    n = len(p)
    chosen = [pi if yi == 1 else 1 - pi for pi, yi in zip(p, y)]
    loss = sum(-log(max(c, 1e-12)) for c in chosen) / n
    grad_w = [sum(e * row[j] for e, row in zip(errors, X)) / n for j in range(len(w))]
    grad_b = sum(errors) / n
    return loss, grad_w, grad_b, [wj - lr * g for wj, g in zip(w, grad_w)], b - lr * grad_b
