# expect: failed; mistake: stale-gradient + forgot-two
# about: The gradient stands before the loop, and the 2 is missing.
import numpy as np

def train_weight(x, y_true, weight, lr, steps):
    slope = (weight * x - y_true) * x
    hist = np.zeros(steps)
    for i in range(steps):
        hist[i] = np.square(weight * x - y_true)
        weight = weight - lr * slope
    return weight, hist
