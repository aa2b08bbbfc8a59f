# expect: failed; mistake: two-on-prediction-only
# about: parentheses missing in the gradient: 2 * w * x - y * x, so the 2 does not reach y
import numpy as np

def gradient_step(x, y, w, lr):
    x = np.array(x)
    y = np.array(y)
    loss_before = np.mean((w * x - y) ** 2)
    grad = np.mean((2 * w * x - y) * x)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, grad, w_new, loss_after
