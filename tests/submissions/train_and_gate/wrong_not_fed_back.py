# expect: failed; mistake: not-fed-back
# about: w_new and b_new are computed from the start each time and returned.
import numpy as np

def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([0, 0, 0, 1])
    w = np.array(w)
    w_new, b_new = w, b
    losses = []
    for _ in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        w_new = w - lr * X.T @ (p - y) / 4
        b_new = b - lr * np.mean(p - y)
    return w_new, b_new, losses
