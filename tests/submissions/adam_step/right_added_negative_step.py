# expect: passed
# about: Makes the step negative and adds it.

import numpy as np

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    g = -np.asarray(grad, dtype=float)
    m = -np.asarray(m, dtype=float)
    m = beta1 * m + (1 - beta1) * g          # mean of the directions that go down
    v = beta2 * np.asarray(v, dtype=float) + (1 - beta2) * g * g
    w = np.asarray(w, dtype=float)
    move = lr * (m / (1 - beta1 ** t)) / (np.sqrt(v / (1 - beta2 ** t)) + eps)
    return w + move, -m, v
