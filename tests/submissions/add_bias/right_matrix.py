# expect: passed
# about: Writes one update as a 3x3 matrix acting on (weight, bias, 1).
import numpy as np

def train_with_bias(x, y_true, weight, bias, lr, steps):
    v = np.array([weight, bias, 1.0])
    err_row = np.array([x, 1.0, -y_true])      # err_row @ v = error
    M = np.eye(3) - 2 * lr * np.outer([x, 1.0, 0.0], err_row)
    losses = []
    for _ in range(steps):
        losses.append((err_row @ v) ** 2)
        v = M @ v
    return v[0], v[1], losses
