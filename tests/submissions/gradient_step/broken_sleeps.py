# expect: timeout
# about: Waits an hour between the two losses, to watch the progress.

import time

def gradient_step(x, y, w, lr):
    n = len(x)
    loss_before = sum((w * a - b) ** 2 for a, b in zip(x, y)) / n
    print("loss before:", loss_before)
    grad = sum(2 * (w * a - b) * a for a, b in zip(x, y)) / n
    w_new = w - lr * grad
    time.sleep(3600)
    loss_after = sum((w_new * a - b) ** 2 for a, b in zip(x, y)) / n
    return loss_before, grad, w_new, loss_after
