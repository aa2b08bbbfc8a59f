# expect: failed; mistake: sigmoid-again
# about: Puts the probabilities through the sigmoid again.

import numpy as np

def sigmoid(z):
    return 1 / (1 + np.exp(-z))

def cross_entropy(y_true, y_prob):
    a = sigmoid(np.asarray(y_prob, dtype=float))
    y = np.asarray(y_true)
    return -np.mean(y * np.log(a) + (1 - y) * np.log(1 - a))
