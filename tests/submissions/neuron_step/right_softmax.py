# expect: passed
# about: Two-class softmax with a score of 0 for the answer 0.
import numpy as np


def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X, float), np.array(y, int), np.array(w, float)
    scores = np.stack([np.zeros(len(y)), X @ w + b], axis=1)
    scores = scores - scores.max(axis=1, keepdims=True)
    probs = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    loss = -np.log(np.maximum(probs[np.arange(len(y)), y], 1e-12)).mean()
    delta = (probs - np.eye(2)[y])[:, 1] / len(y)
    gw, gb = X.T @ delta, delta.sum()
    return loss, gw, gb, w - lr * gw, b - lr * gb
