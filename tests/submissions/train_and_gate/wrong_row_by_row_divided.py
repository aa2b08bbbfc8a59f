# expect: failed; mistake: updated-per-example
# about: Updates inside the loop over the rows, each divided by 4.
import math

def train_and_gate(w, b, lr, epochs):
    w1, w2 = w
    losses = []
    for _ in range(epochs):
        loss = 0
        for x1, x2, t in [(0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 1)]:
            p = 1 / (1 + math.exp(-(w1 * x1 + w2 * x2 + b)))
            loss += (-t * math.log(p) - (1 - t) * math.log(1 - p)) / 4
            w1 -= lr * (p - t) * x1 / 4
            w2 -= lr * (p - t) * x2 / 4
            b -= lr * (p - t) / 4
        losses.append(loss)
    return [w1, w2], b, losses
