# expect: failed; mistake: bias-frozen + forgot-two
# about: Only the weight moves, and without the factor 2.
import numpy as np

def train_with_bias(x, y_true, weight, bias, lr, steps):
    w = np.float64(weight)
    losses = []
    for _ in range(steps):
        e = w * x + bias - y_true
        losses.append(e**2)
        w -= lr * e * x
    return w, bias, np.array(losses)
