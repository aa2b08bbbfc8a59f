# expect: passed
# about: functools.reduce over the epochs, math over the rows.
from functools import reduce
from math import exp, log

TABLE = {(0, 0): 0, (0, 1): 0, (1, 0): 0, (1, 1): 1}


def train_and_gate(w, b, lr, epochs):
    def one(state, _):
        w1, w2, c, losses = state
        p = {r: 1 / (1 + exp(-(w1 * r[0] + w2 * r[1] + c))) for r in TABLE}
        d = {r: (p[r] - TABLE[r]) / 4 for r in TABLE}
        loss = sum(-log(p[r]) if TABLE[r] else -log(1 - p[r]) for r in TABLE) / 4
        return (
            w1 - lr * sum(d[r] * r[0] for r in TABLE),
            w2 - lr * sum(d[r] * r[1] for r in TABLE),
            c - lr * sum(d.values()),
            losses + [loss],
        )

    w1, w2, c, losses = reduce(one, range(epochs), (w[0], w[1], b, []))
    return (w1, w2), c, losses
