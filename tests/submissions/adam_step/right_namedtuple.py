# expect: passed
# about: Returns a namedtuple in the right order.

from collections import namedtuple
import numpy as np

State = namedtuple("State", "w m v")

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    w, grad, m, v = (np.array(part, dtype=float) for part in (w, grad, m, v))
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * np.abs(grad) ** 2
    hat = lambda x, b: x / (1 - b ** t)
    w = w - lr * hat(m, beta1) / (np.sqrt(hat(v, beta2)) + eps)
    return tuple(State(w, m, v))
