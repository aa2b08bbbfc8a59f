# expect: failed; mistake: forgot-two
# about: Vector version without the factor 2.
import numpy as np

def train_with_bias(x, y_true, weight, bias, lr, steps):
    w = np.array([weight, bias], float)
    f = np.array([x, 1], float)
    losses = []
    for _ in range(steps):
        err = f.dot(w) - y_true
        losses.append(err ** 2)
        grad = err * f
        w = w - lr * grad
    return w[0], w[1], losses
