# expect: timeout
# about: Forgets to count the steps in a while loop; keeps the losses in a fixed array.
import numpy as np

def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = np.zeros(steps)
    i = 0
    while i <= steps:
        e = weight * x + bias - y_true
        if i < steps:
            losses[i] = e * e
        weight = weight - lr * 2 * e * x
        bias = bias - lr * 2 * e
    return weight, bias, losses
