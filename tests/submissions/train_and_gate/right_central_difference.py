# expect: passed
# about: Gradients by central differences of the loss.
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([0, 0, 0, 1])


def loss_of(v):
    z = X @ v[:2] + v[2]
    return np.mean(np.logaddexp(0, z) - y * z)


def train_and_gate(w, b, lr, epochs):
    v = np.array([w[0], w[1], b])
    losses = []
    h = 1e-5 * np.eye(3)
    for _ in range(epochs):
        losses.append(loss_of(v))
        v = v - lr * np.array([(loss_of(v + d) - loss_of(v - d)) / 2e-5 for d in h])
    return v[:2], v[2], losses
