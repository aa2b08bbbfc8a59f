# expect: passed
# about: Puts weight and bias in one array and (x, 1) in another.
import numpy as np

def train_with_bias(x, y_true, weight, bias, lr, steps):
    params = np.array([weight, bias], dtype=float)
    features = np.array([x, 1.0])   # the bias has an input which is always 1
    losses = np.zeros(steps)
    for k in range(steps):
        error = params @ features - y_true
        losses[k] = error ** 2
        params = params - lr * 2 * error * features
    return params[0], params[1], losses
