# expect: failed; mistake: bias-times-x
# about: Subtracts the same number from the whole parameter array.
import numpy as np

def train_with_bias(x, y_true, weight, bias, lr, steps):
    params = np.array([weight, bias], dtype=float)
    losses = []
    for _ in range(steps):
        error = params[0] * x + params[1] - y_true
        losses.append(error ** 2)
        params -= lr * 2 * error * x
    weight, bias = params
    return weight, bias, np.array(losses)
