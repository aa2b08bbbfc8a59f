# expect: passed
# about: Splits the rows by their label; German comments.
import numpy as np


def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X, float), np.array(y, float), np.array(w, float)
    z = np.sum(X * w, axis=1) + b
    p = 1 / (1 + np.exp(-z))
    # Verlust: Einsen und Nullen getrennt
    ja, nein = p[y == 1], p[y == 0]
    verlust = (-np.log(np.maximum(ja, 1e-12)).sum() - np.log(np.maximum(1 - nein, 1e-12)).sum()) / len(y)
    # Gradient: erst die Wahrscheinlichkeiten, dann die Einsen abziehen
    grad_w = (X.T @ p - X[y == 1].sum(axis=0)) / len(y)
    grad_b = p.mean() - y.mean()
    return verlust, grad_w, grad_b, w - lr * grad_w, b - lr * grad_b
