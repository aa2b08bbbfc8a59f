# expect: passed
# about: Row loop that fills arrays of totals, reset in every epoch.
import numpy as np


def train_and_gate(w, b, lr, epochs):
    X = [[0, 0], [0, 1], [1, 0], [1, 1]]
    y = [0, 0, 0, 1]
    w = np.array(w, dtype=np.float64)
    losses = np.empty(epochs)
    for e in range(epochs):
        total_w, total_b, total_loss = np.zeros(2), 0.0, 0.0
        for row, label in zip(X, y):
            p = 1 / (1 + np.exp(-(np.dot(w, row) + b)))
            total_loss += -(label * np.log(p) + (1 - label) * np.log(1 - p))
            total_w += (p - label) * np.array(row)
            total_b += p - label
        losses[e] = total_loss / len(y)
        w -= lr / len(y) * total_w
        b -= lr / len(y) * total_b
    return w, b, losses
