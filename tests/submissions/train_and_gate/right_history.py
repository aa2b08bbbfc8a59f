# expect: passed
# about: Keeps every state and computes all losses at the end, without the last.
import numpy as np


def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([False, False, False, True])
    states = [(np.array(w, float), float(b))]
    for _ in range(epochs):
        v, c = states[-1]
        d = 1 / (1 + np.exp(-(X @ v + c))) - y
        states.append((v - lr * (d[:, None] * X).mean(0), c - lr * d.mean()))
    losses = []
    for v, c in states[:-1]:
        p = 1 / (1 + np.exp(-(X @ v + c)))
        losses.append(np.mean(-np.log(np.where(y, p, 1 - p))))
    return *states[-1], losses
