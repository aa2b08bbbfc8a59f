# expect: passed
# about: A loss class with a call method.

import numpy as np

class BinaryCrossEntropy:
    def __init__(self, eps=1e-12):
        self.eps = eps

    def __call__(self, y, p):
        p = np.clip(p, self.eps, 1 - self.eps)
        return np.mean(-(y * np.log(p) + (1 - y) * np.log(1 - p)))

bce = BinaryCrossEntropy()

def cross_entropy(y_true, y_prob):
    return bce(np.asarray(y_true, dtype=float), np.asarray(y_prob, dtype=float))
