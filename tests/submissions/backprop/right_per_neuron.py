# expect: passed
# about: Goes through the hidden neurons one after the other.

import numpy as np

def backprop(X, y, W1, b1, W2, b2):
    X, y, W1 = np.asarray(X, float), np.asarray(y, float), np.asarray(W1, float)
    hidden = [1 / (1 + np.exp(-(X @ W1[:, j] + b1[j]))) for j in range(len(b1))]
    pred = sum(w * h for w, h in zip(W2, hidden)) + b2
    r = 2 * (pred - y) / y.size
    columns, biases, outs = [], [], []
    for w, h in zip(W2, hidden):
        s = r * w * h * (1 - h)
        columns.append(X.T @ s)
        biases.append(s.sum())
        outs.append(r @ h)
    return ((pred - y) ** 2).mean(), np.column_stack(columns), biases, outs, r.sum()
