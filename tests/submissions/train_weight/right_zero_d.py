# expect: passed
# about: The weight is an array without dimensions.
import numpy as np

def train_weight(x, y_true, weight, lr, steps):
    w = np.array(float(weight))
    out = np.array([])
    for _ in range(steps):
        e = w * x - y_true
        out = np.append(out, e ** 2)
        w = np.array(w - lr * 2 * e * x)
    return w, out
