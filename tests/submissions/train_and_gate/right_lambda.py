# expect: passed
# about: Lambdas and a walrus.
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([0, 0, 0, 1])
prob = lambda w, b: 1 / (1 + np.exp(-(X @ w + b)))
loss = lambda p: -np.log(np.abs(1 - y - p)).mean()


def train_and_gate(w, b, lr, epochs):
    w = np.array(w)
    losses = [
        (loss(p := prob(w, b)), w := w - lr * (p - y) @ X / 4, b := b - lr * np.mean(p - y))[0]
        for _ in range(epochs)
    ]
    return w, b, losses
