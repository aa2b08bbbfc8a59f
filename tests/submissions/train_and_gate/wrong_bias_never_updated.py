# expect: failed; mistake: bias-frozen
# about: b is used, never trained.
import math

def train_and_gate(w, b, lr, epochs):
    data = [([0, 0], 0), ([0, 1], 0), ([1, 0], 0), ([1, 1], 1)]
    w = list(w)
    losses = []
    for _ in range(epochs):
        grad = [0, 0]
        loss = 0
        for x, t in data:
            p = 1 / (1 + math.exp(-(x[0] * w[0] + x[1] * w[1] + b)))
            loss -= t * math.log(p) + (1 - t) * math.log(1 - p)
            for j in range(2):
                grad[j] += (p - t) * x[j]
        losses.append(loss / 4)
        for j in range(2):
            w[j] -= lr * grad[j] / 4
    return w, b, losses
