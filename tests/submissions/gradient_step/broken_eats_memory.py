# expect: memory
# about: Keeps a large history list that grows without end.

import numpy as np

history = []

def gradient_step(x, y, w, lr):
    x, y = np.asarray(x), np.asarray(y)
    loss_before = np.mean((w * x - y) ** 2)
    grad = np.mean(2 * (w * x - y) * x)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    while loss_after != 0 or True:
        # remember everything for the plot
        history.append(np.full(25_000_000, loss_after))
    return loss_before, grad, w_new, loss_after
