# expect: failed; mistake: step-function
# about: A perceptron: output 0 or 1, with a clip in the loss.
import numpy as np

def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([0, 0, 0, 1])
    w = np.array(w)
    losses = []
    for _ in range(epochs):
        p = np.where(X @ w + b > 0, 1.0, 0.0)
        q = np.clip(p, 1e-12, 1 - 1e-12)
        losses.append(-np.mean(y * np.log(q) + (1 - y) * np.log(1 - q)))
        w = w - lr * X.T @ (p - y) / 4
        b = b - lr * np.mean(p - y)
    return w, b, losses
