# expect: failed; mistake: divided-by-lr
# about: Divides the gradient by the learning rate.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    loss_before = ((w * x - y) ** 2).mean()
    grad = (2 * (w * x - y) * x).mean()
    # small lr -> small step ?
    w_new = w - grad / lr
    loss_after = ((w_new * x - y) ** 2).mean()
    return loss_before, grad, w_new, loss_after
