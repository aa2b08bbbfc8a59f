# expect: failed; mistake: wrong-order
# about: Returns the losses first, then weight and bias.
import numpy as np

def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = np.zeros(steps)
    for i in range(steps):
        err = weight * x + bias - y_true
        losses[i] = err ** 2
        weight = weight - lr * 2 * err * x
        bias = bias - lr * 2 * err
    return losses, weight, bias
