# expect: failed; mistake: loss-per-row
# about: Appends every row's loss.
import math

def train_and_gate(w, b, lr, epochs):
    w1, w2 = w
    losses = []
    for _ in range(epochs):
        g1 = g2 = gb = 0
        for x1, x2, t in [(0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 1)]:
            p = 1 / (1 + math.exp(-(w1 * x1 + w2 * x2 + b)))
            losses.append(-t * math.log(p) - (1 - t) * math.log(1 - p))
            g1 += (p - t) * x1 / 4
            g2 += (p - t) * x2 / 4
            gb += (p - t) / 4
        w1, w2, b = w1 - lr * g1, w2 - lr * g2, b - lr * gb
    return [w1, w2], b, losses
