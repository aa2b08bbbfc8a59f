# expect: passed
# about: Returns a typing.NamedTuple with the four values in the asked order.

from typing import NamedTuple

import numpy as np


class StepResult(NamedTuple):
    loss_before: float
    grad: float
    w_new: float
    loss_after: float


def gradient_step(x, y, w, lr):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    residual = w * x - y
    grad = 2 * (residual * x).mean()
    w_new = w - lr * grad
    return StepResult(
        loss_before=(residual ** 2).mean(),
        grad=grad,
        w_new=w_new,
        loss_after=((w_new * x - y) ** 2).mean(),
    )
