# expect: passed
# about: einsum over vectors with one element.
import numpy as np

def train_weight(x, y_true, weight, lr, steps):
    X, y = np.array([x], dtype=float), np.array([y_true], dtype=float)
    w = float(weight)
    losses = []
    for _ in range(steps):
        e = w * X - y
        losses.append(float(np.einsum("i,i->", e, e)))
        w -= lr * 2 * float(np.einsum("i,i->", e, X))
    return w, losses
