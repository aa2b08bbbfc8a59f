# expect: passed
# about: Keeps all predictions in a list and works out the losses at the end.
import numpy as np

def train_with_bias(x, y_true, weight, bias, lr, steps):
    preds = []
    for _ in range(steps):
        y_hat = weight * x + bias
        preds.append(y_hat)
        weight, bias = weight - lr * 2 * (y_hat - y_true) * x, bias - lr * 2 * (y_hat - y_true)
    losses = (np.array(preds) - y_true) ** 2
    return weight, bias, losses
