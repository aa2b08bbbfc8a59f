# expect: failed; mistake: forgot-x + wrong-order
# about: No x in the gradient, and the weight comes before the gradient in the answer.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    loss_before = np.mean((w * x - y) ** 2)
    grad = 2 * np.mean(w * x - y)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, w_new, grad, loss_after
