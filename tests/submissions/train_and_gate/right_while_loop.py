# expect: passed
# about: Counts the epochs in a while loop and prints.
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y = np.array([0, 0, 0, 1])
    weights = np.copy(w)
    bias = b
    losses = []
    epoch = 0
    while epoch < epochs:
        out = sigmoid(np.dot(X, weights) + bias)
        safe = np.clip(out, 1e-7, 1 - 1e-7)
        loss = np.sum(-(y * np.log(safe) + (1 - y) * np.log(1 - safe))) / len(X)
        losses.append(loss)
        if epoch % 100 == 0:
            print("epoch", epoch, "loss", loss)
        weights = weights - lr * np.dot(X.T, out - y) / len(X)
        bias = bias - lr * np.sum(out - y) / len(X)
        epoch += 1
    return weights, bias, losses
