# expect: passed
# about: A neuron object that is trained.
import numpy as np


class Neuron:
    inputs = np.array([[a, c] for a in (0, 1) for c in (0, 1)], dtype=float)
    labels = inputs.prod(axis=1)

    def __init__(self, w, b):
        self.w, self.b = np.array(w, dtype=float), b

    def predict(self):
        return 1 / (1 + np.exp(-(self.inputs @ self.w + self.b)))

    def loss(self):
        p = np.clip(self.predict(), 1e-12, 1 - 1e-12)
        return -np.mean(self.labels * np.log(p) + (1 - self.labels) * np.log(1 - p))

    def epoch(self, lr):
        error = self.predict() - self.labels
        self.w = self.w - lr * (error[:, None] * self.inputs).mean(axis=0)
        self.b = self.b - lr * error.mean()


def train_and_gate(w, b, lr, epochs):
    neuron = Neuron(w, b)
    losses = []
    for _ in range(epochs):
        losses.append(neuron.loss())
        neuron.epoch(lr)
    return neuron.w, neuron.b, losses
