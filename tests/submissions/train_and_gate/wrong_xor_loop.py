# expect: failed; mistake: xor-labels
# about: Computes the label with !=.
import math

def train_and_gate(w, b, lr, epochs):
    w1, w2 = w[0], w[1]
    losses = []
    for e in range(epochs):
        L = d1 = d2 = db = 0
        for x1 in (0, 1):
            for x2 in (0, 1):
                t = 1 if x1 != x2 else 0
                p = 1 / (1 + math.exp(-(x1 * w1 + x2 * w2 + b)))
                L += -(t * math.log(p) + (1 - t) * math.log(1 - p)) / 4
                d1 += (p - t) * x1 / 4
                d2 += (p - t) * x2 / 4
                db += (p - t) / 4
        losses.append(L)
        w1, w2, b = w1 - lr * d1, w2 - lr * d2, b - lr * db
    return [w1, w2], b, losses
