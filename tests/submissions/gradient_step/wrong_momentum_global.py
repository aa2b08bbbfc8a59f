# expect: failed; mistake: none
# about: Keeps a velocity in a global variable, so only the very first call is right.

import numpy as np

velocity = 0.0

def gradient_step(x, y, w, lr):
    global velocity
    x = np.asarray(x)
    y = np.asarray(y)
    loss_before = np.mean((w * x - y) ** 2)
    grad = np.mean(2 * (w * x - y) * x)
    velocity = 0.9 * velocity + grad        # momentum makes it faster
    w_new = w - lr * velocity
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
