# expect: passed
# about: The four rows written out: only the sums that are left.
from math import exp, log


def train_and_gate(w, b, lr, epochs):
    u, v = w[0], w[1]
    losses = []
    for _ in range(epochs):
        p00 = 1 / (1 + exp(-b))
        p01 = 1 / (1 + exp(-b - v))
        p10 = 1 / (1 + exp(-b - u))
        p11 = 1 / (1 + exp(-b - u - v))
        losses.append(-(log(1 - p00) + log(1 - p01) + log(1 - p10) + log(p11)) / 4)
        u -= lr * (p10 + p11 - 1) / 4
        v -= lr * (p01 + p11 - 1) / 4
        b -= lr * (p00 + p01 + p10 + p11 - 1) / 4
    return [u, v], b, losses
