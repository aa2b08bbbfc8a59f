# expect: failed; mistake: added-gradient
# about: Error is truth minus prediction but the updates still subtract, so it climbs.
import numpy as np

def train_with_bias(x, y_true, weight, bias, lr, steps):
    theta = np.array([weight, bias], dtype=float)
    inputs = np.array([x, 1.0])
    losses = np.zeros(steps)
    for k in range(steps):
        error = y_true - inputs @ theta
        losses[k] = error ** 2
        theta = theta - lr * 2 * error * inputs
    return theta[0], theta[1], losses
