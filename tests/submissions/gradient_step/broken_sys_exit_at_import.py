# expect: error
# about: Calls sys.exit() at the end of the script.

import sys

def gradient_step(x, y, w, lr):
    n = len(x)
    mse = lambda w: sum((w * a - b) ** 2 for a, b in zip(x, y)) / n
    g = sum(2 * (w * a - b) * a for a, b in zip(x, y)) / n
    return mse(w), g, w - lr * g, mse(w - lr * g)

print(gradient_step([2.0], [6.0], 1.0, 0.1))
sys.exit(0)
