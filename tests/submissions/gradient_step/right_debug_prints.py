# expect: passed
# about: Correct, but the debugging prints are still in it.

import numpy as np

print("loading my solution...")

def gradient_step(x, y, w, lr):
    print("x =", x, "y =", y)
    x = np.asarray(x)
    y = np.asarray(y)
    pred = w * x
    print("pred", pred)
    diff = pred - y
    print("diff", diff, "shape", diff.shape)
    loss_before = np.mean(diff ** 2)
    print("LOSS BEFORE >>>", loss_before)
    grad = np.mean(2 * diff * x)
    print("grad", grad)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x - y) ** 2)
    print("LOSS AFTER >>>", loss_after)
    print("better!" if loss_after < loss_before else "worse :(")
    return loss_before, grad, w_new, loss_after
