# expect: output
# about: Prints in a loop that never ends.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    loss_before = np.mean((w * x - y) ** 2)
    grad = np.mean(2 * (w * x - y) * x)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    while loss_after >= 0:
        print("loss is still not negative:", loss_after, "weight:", w_new, "gradient:", grad)
    return loss_before, grad, w_new, loss_after
