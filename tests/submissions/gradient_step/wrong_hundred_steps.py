# expect: failed; mistake: none
# about: Trains for a hundred steps instead of one.

import numpy as np

def gradient_step(x, y, w, lr, epochs=100):
    x = np.asarray(x)
    y = np.asarray(y)
    loss_before = np.mean((w * x - y) ** 2)
    for epoch in range(epochs):
        grad = np.mean(2 * (w * x - y) * x)
        w = w - lr * grad
    loss_after = np.mean((w * x - y) ** 2)
    return loss_before, grad, w, loss_after
