# expect: passed
# about: One example at a time with np.outer, adding up.

import numpy as np

def backprop(X, y, W1, b1, W2, b2):
    W1, b1, W2 = np.array(W1, float), np.array(b1, float), np.array(W2, float)
    gW1, gb1, gW2, gb2 = np.zeros_like(W1), np.zeros_like(b1), np.zeros_like(W2), 0.0
    total = 0.0
    for row, target in zip(np.array(X, float), y):
        h = 1 / (1 + np.exp(-(row @ W1 + b1)))
        err = h @ W2 + b2 - target
        total += err ** 2
        gW2 += 2 * err * h
        gb2 += 2 * err
        delta = 2 * err * W2 * h * (1 - h)
        gW1 += np.outer(row, delta)
        gb1 += delta
    n = len(y)
    return total / n, gW1 / n, gb1 / n, gW2 / n, gb2 / n
