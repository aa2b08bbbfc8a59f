# expect: passed
# about: A small class that holds the two means.

import numpy as np

class Mean:
    def __init__(self, value, beta):
        self.value = np.array(value, dtype=float)
        self.beta = beta

    def add(self, number):
        self.value = self.beta * self.value + (1 - self.beta) * number

    def corrected(self, t):
        return self.value / (1 - self.beta ** t)

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    g = np.array(grad, dtype=float)
    first, second = Mean(m, beta1), Mean(v, beta2)
    first.add(g)
    second.add(g ** 2)
    w = np.array(w, dtype=float)
    step = lr * first.corrected(t) / (np.sqrt(second.corrected(t)) + eps)
    step = step + lr * weight_decay * w
    return w - step, first.value, second.value
