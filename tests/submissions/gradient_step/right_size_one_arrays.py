# expect: passed
# about: Works with column vectors, so every result is a size-1 array.

import numpy as np

def gradient_step(x, y, w, lr):
    X = np.array(x, dtype=float).reshape(-1, 1)     # n x 1
    Y = np.array(y, dtype=float).reshape(-1, 1)
    W = np.array([[float(w)]])                      # 1 x 1
    n = X.shape[0]

    E = X @ W - Y
    loss_before = (E.T @ E) / n
    grad = 2 * (X.T @ E) / n
    W_new = W - lr * grad
    E2 = X @ W_new - Y
    loss_after = (E2.T @ E2) / n
    return loss_before, grad, W_new, loss_after
