# expect: error
# about: Ends the process with os._exit(0) inside the function, which looks like a clean end.

import os

def gradient_step(x, y, w, lr):
    n = len(x)
    loss_before = sum((w * a - b) ** 2 for a, b in zip(x, y)) / n
    grad = sum(2 * (w * a - b) * a for a, b in zip(x, y)) / n
    print("PASSED")
    os._exit(0)
