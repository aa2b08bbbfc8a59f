# expect: failed; mistake: gradient-kept
# about: The totals are set to 0 before the loop over the epochs.
import math

def train_and_gate(w, b, lr, epochs):
    w1, w2 = w
    losses = []
    g1 = g2 = gb = 0
    for _ in range(epochs):
        loss = 0
        for x1, x2, t in [(0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 1)]:
            p = 1 / (1 + math.exp(-(w1 * x1 + w2 * x2 + b)))
            loss += -t * math.log(p) - (1 - t) * math.log(1 - p)
            g1 += (p - t) * x1
            g2 += (p - t) * x2
            gb += p - t
        losses.append(loss / 4)
        w1 -= lr * g1 / 4
        w2 -= lr * g2 / 4
        b -= lr * gb / 4
    return [w1, w2], b, losses
