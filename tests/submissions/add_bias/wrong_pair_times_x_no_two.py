# expect: failed; mistake: bias-times-x + forgot-two
# about: One gradient without the 2 and with the x is used for both.
import numpy as np

def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = np.zeros(steps)
    for k in range(steps):
        pred = weight * x + bias
        losses[k] = np.square(pred - y_true)
        gradient = (pred - y_true) * x
        weight = weight - lr * gradient
        bias = bias - lr * gradient
    return weight, bias, losses
