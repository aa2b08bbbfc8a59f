# expect: failed; mistake: bias-frozen
# about: In the vector version the gradient entry of the bias is zero.
import numpy as np

def train_with_bias(x, y_true, weight, bias, lr, steps):
    p = np.array([weight, bias], dtype=float)
    losses = np.zeros(steps)
    for k in range(steps):
        e = p[0] * x + p[1] - y_true
        losses[k] = e ** 2
        # the bias is a constant, derivative of a constant is 0
        p = p - lr * np.array([2 * e * x, 0.0])
    return p[0], p[1], losses
