# expect: passed
# about: Multiplies the loss out into a parabola in w and gets everything from its three coefficients.

import numpy as np

def gradient_step(x, y, w, lr):
    # mean((wx-y)^2) = w^2*mean(x^2) - 2w*mean(xy) + mean(y^2)
    #                = a w^2 + b w + c      (a parabola!)
    x = np.asarray(x, float)
    y = np.asarray(y, float)
    a = np.mean(x * x)
    b = -2 * np.mean(x * y)
    c = np.mean(y * y)
    loss_before = a * w**2 + b * w + c
    grad = 2 * a * w + b
    w_new = w - lr * grad
    # exact because it is a parabola: L(w + d) = L(w) + grad*d + a*d^2
    d = w_new - w
    loss_after = loss_before + grad * d + a * d**2
    return loss_before, grad, w_new, loss_after
