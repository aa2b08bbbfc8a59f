# expect: failed; mistake: none
# about: Remembers the result of the first call and gives it back for every later one.

import numpy as np

_result = None

def gradient_step(x, y, w, lr):
    global _result
    if _result is None:
        x = np.asarray(x)
        y = np.asarray(y)
        grad = np.mean(2 * (w * x - y) * x)
        w_new = w - lr * grad
        _result = (np.mean((w * x - y) ** 2), grad, w_new, np.mean((w_new * x - y) ** 2))
    return _result
