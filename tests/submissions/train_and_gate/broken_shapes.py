# expect: error
# about: X @ (p - y): the shapes do not fit.
import numpy as np

def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([0, 0, 0, 1])
    p = 1 / (1 + np.exp(-(X @ np.array(w) + b)))
    w = w - lr * X @ (p - y) / 4
    return w, b, []
