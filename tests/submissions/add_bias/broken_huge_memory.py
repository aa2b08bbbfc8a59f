# expect: memory
# about: Appends the whole history to itself and never counts up, so memory fills up.
import numpy as np

def train_with_bias(x, y_true, weight, bias, lr, steps):
    history = np.zeros(1)
    i = 0
    while i <= steps:
        e = weight * x + bias - y_true
        history[-1] = e * e
        history = np.append(history, history)
        weight = weight - lr * 2 * e * x
        bias = bias - lr * 2 * e
    return weight, bias, history
