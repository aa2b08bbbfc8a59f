# expect: failed; mistake: printed-not-returned | returned-none
# about: Prints the two losses only and returns nothing.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    grad = np.mean(2 * (w * x - y) * x)
    w_new = w - lr * grad
    print(f"loss went from {np.mean((w * x - y) ** 2)} to {np.mean((w_new * x - y) ** 2)}")
