# expect: passed
# about: Converts everything to np.float64 and returns numpy scalars and an array.
import numpy as np

def train_with_bias(x, y_true, weight, bias, lr, steps):
    x, y_true = np.float64(x), np.float64(y_true)
    w, b = np.float64(weight), np.float64(bias)
    losses = []
    for _ in range(steps):
        pred = w * x + b
        losses.append(np.square(pred - y_true))
        grad = 2.0 * (pred - y_true)
        w -= lr * grad * x
        b -= lr * grad
    return w, b, np.asarray(losses, dtype=np.float64)
