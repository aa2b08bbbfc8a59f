# expect: failed; mistake: added-gradient
# about: Label minus prediction, subtracted.
import math

def train_and_gate(w, b, lr, epochs):
    rows = [[0, 0], [0, 1], [1, 0], [1, 1]]
    labels = [0, 0, 0, 1]
    a, c = w
    losses = []
    for _ in range(epochs):
        ps = [1 / (1 + math.exp(-(a * r[0] + c * r[1] + b))) for r in rows]
        losses.append(sum(-math.log(p if t else 1 - p) for p, t in zip(ps, labels)) / 4)
        errors = [t - p for p, t in zip(ps, labels)]
        a -= lr * sum(e * r[0] for e, r in zip(errors, rows)) / 4
        c -= lr * sum(e * r[1] for e, r in zip(errors, rows)) / 4
        b -= lr * sum(errors) / 4
    return [a, c], b, losses
