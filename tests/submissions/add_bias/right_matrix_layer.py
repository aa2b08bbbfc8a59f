# expect: passed
# about: Keeps weight and bias as size-one arrays inside, hands back plain numbers.
import numpy as np

def train_with_bias(x, y_true, weight, bias, lr, steps):
    W = np.array([[float(weight)]])
    B = np.array([float(bias)])
    X = np.array([[float(x)]])
    losses = []
    for _ in range(steps):
        out = X @ W + B              # shape (1, 1)
        delta = 2 * (out - y_true)
        losses.append(((out - y_true) ** 2).item())
        W = W - lr * (X.T @ delta)
        B = B - lr * delta.sum(axis=0)
    return W.item(), B.item(), losses
