# expect: failed; mistake: gradient-outside-loop
# about: The gradients are computed once, the losses in every epoch.
import numpy as np

def prob(X, w, b):
    return 1 / (1 + np.exp(-(X @ w + b)))

def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([0, 0, 0, 1])
    w = np.array(w)
    err = prob(X, w, b) - y
    dw = X.T @ err / 4
    db = err.mean()
    losses = []
    for _ in range(epochs):
        p = prob(X, w, b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        w = w - lr * dw
        b = b - lr * db
    return w, b, losses
