# expect: passed
# about: One epoch, then the rest by recursion in halves, so that many epochs fit.
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], float)
Y = np.array([0, 0, 0, 1.0])


def train_and_gate(w, b, lr, epochs):
    w = np.array(w, float)
    if epochs == 0:
        return w, b, []
    if epochs == 1:
        p = 1 / (1 + np.exp(-X @ w - b))
        loss = np.where(Y == 1, -np.log(p), -np.log(1 - p)).mean()
        return w - lr * X.T @ (p - Y) / 4, b - lr * (p - Y).mean(), [loss]
    half = epochs // 2
    w, b, first = train_and_gate(w, b, lr, half)
    w, b, second = train_and_gate(w, b, lr, epochs - half)
    return w, b, first + second
