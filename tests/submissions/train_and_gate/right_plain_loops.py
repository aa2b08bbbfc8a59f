# expect: passed
# about: No numpy: math module, row by row, updates after the rows.
import math

ROWS = [(0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 1)]


def train_and_gate(w, b, lr, epochs):
    w1, w2 = w
    losses = []
    for _ in range(epochs):
        loss = g1 = g2 = gb = 0.0
        for x1, x2, t in ROWS:
            p = 1 / (1 + math.exp(-(w1 * x1 + w2 * x2 + b)))
            loss -= math.log(p) if t else math.log(1 - p)
            g1 += (p - t) * x1
            g2 += (p - t) * x2
            gb += p - t
        losses.append(loss / 4)
        w1 -= lr * g1 / 4
        w2 -= lr * g2 / 4
        b -= lr * gb / 4
    return [w1, w2], b, losses
