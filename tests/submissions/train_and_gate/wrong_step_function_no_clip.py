# expect: failed; mistake: step-function
# about: A perceptron without a clip: its losses are not finite.
import numpy as np

def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([0, 0, 0, 1])
    w = np.array(w)
    losses = []
    for _ in range(epochs):
        p = (X @ w + b >= 0).astype(float)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        w = w - lr * X.T @ (p - y) / 4
        b = b - lr * np.mean(p - y)
    return w, b, losses
