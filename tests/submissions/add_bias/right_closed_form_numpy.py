# expect: passed
# about: All errors at once as powers of one factor, then sums them for the updates.
import numpy as np


def train_with_bias(x, y_true, weight, bias, lr, steps):
    factor = 1.0 - 2.0 * lr * (1.0 + x**2)
    errors = (weight * x + bias - y_true) * np.power(factor, np.arange(steps))
    weight = weight - 2 * lr * x * errors.sum()
    bias = bias - 2 * lr * errors.sum()
    return weight, bias, errors**2
