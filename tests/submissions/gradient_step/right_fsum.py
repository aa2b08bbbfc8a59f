# expect: passed
# about: Uses math.fsum so that the sums are exact.

import math

def gradient_step(x, y, w, lr):
    n = len(x)
    # fsum is more precise than sum, I read about it in the docs
    loss_before = math.fsum((w * xi - yi) ** 2 for xi, yi in zip(x, y)) / n
    grad = math.fsum(2 * (w * xi - yi) * xi for xi, yi in zip(x, y)) / n
    w_new = w - lr * grad
    loss_after = math.fsum((w_new * xi - yi) ** 2 for xi, yi in zip(x, y)) / n
    return loss_before, grad, w_new, loss_after
