# expect: passed
# about: A generator yields probability and error of each example.
import math


def examples(X, y, w, b):
    for row, label in zip(X, y):
        z = b
        for value, weight in zip(row, w):
            z += value * weight
        yield row, label, 1 / (1 + math.exp(-z))


def neuron_step(X, y, w, b, lr):
    seen = list(examples(X, y, w, b))
    n = len(seen)
    loss = math.fsum(-math.log(max(p if label == 1 else 1 - p, 1e-12)) for _, label, p in seen) / n
    grad_w = tuple(math.fsum((p - label) * row[j] for row, label, p in seen) / n for j in (0, 1))
    grad_b = math.fsum(p - label for _, label, p in seen) / n
    w_new = tuple(w[j] - lr * grad_w[j] for j in (0, 1))
    return loss, grad_w, grad_b, w_new, b - lr * grad_b
