# expect: passed
# about: The update as a power of a matrix.
import numpy as np

def train_weight(x, y_true, weight, lr, steps):
    A = np.array([[1 - 2 * lr * x * x, 2 * lr * x * y_true], [0.0, 1.0]])
    start = np.array([weight, 1.0])
    at = [np.linalg.matrix_power(A, k) @ start for k in range(steps + 1)]
    return at[steps][0], [(v[0] * x - y_true) ** 2 for v in at[:steps]]
