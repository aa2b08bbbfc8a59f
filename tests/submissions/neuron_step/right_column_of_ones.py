# expect: passed
# about: The bias is a third weight on a column of ones.
import numpy as np


def neuron_step(X, y, w, b, lr):
    y = np.array(y, dtype=float)
    A = np.column_stack([np.array(X, dtype=float), np.ones(len(y))])
    theta = np.array([w[0], w[1], b])
    p = 1 / (1 + np.exp(-A @ theta))
    clipped = np.clip(p, 1e-12, 1 - 1e-12)
    loss = -(y @ np.log(clipped) + (1 - y) @ np.log(1 - clipped)) / len(y)
    grad = A.T @ (p - y) / len(y)
    new = theta - lr * grad
    return loss, grad[:2], grad[2], new[:2], new[2]
