# expect: failed; mistake: wrong-order
# about: A namedtuple whose fields have gradient and weight swapped.

from collections import namedtuple
import numpy as np

Step = namedtuple("Step", ["loss_before", "w_new", "grad", "loss_after"])

def gradient_step(x, y, w, lr):
    x, y = np.asarray(x), np.asarray(y)
    grad = np.mean(2 * (w * x - y) * x)
    w_new = w - lr * grad
    return Step(loss_before=np.mean((w * x - y) ** 2), grad=grad, w_new=w_new,
                loss_after=np.mean((w_new * x - y) ** 2))
