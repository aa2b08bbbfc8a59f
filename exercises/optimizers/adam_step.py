"""One step of Adam

Gradient descent gives every weight the same learning rate. Adam remembers
two running means for each weight, m of its gradients and v of their squares,
and lets them decide how far that weight goes.

Write `adam_step(w, grad, m, v, t, lr, beta1, beta2, eps)`. w, grad, m and v
are arrays of the same length, or plain Python lists: one number per weight,
and no weight looks at its neighbours. t is the number of this step and counts
from 1. In this order:

    the new m is beta1 of the old m and 1 - beta1 of the gradient
    the new v is beta2 of the old v and 1 - beta2 of the squared gradient
    both began at 0, so they are too small at first. Corrected, they are
        the new m divided by 1 - beta1**t
        the new v divided by 1 - beta2**t
    the step is lr times the corrected m, divided by the sum of eps and the
        root of the corrected v (eps is outside the root)
    the new w is the old w minus the step

Return the new w, the new m and the new v, in this order. m and v go back as
they were before the correction: the next step starts from them. The arrays
of the caller stay as they are.

    >>> w, m, v = adam_step([3.0, -1.0], [0.5, -20.0], [0.0, 0.0], [0.0, 0.0], 1, 0.1, 0.9, 0.99, 1e-8)
    >>> print(np.round(w, 4).tolist(), np.round(m, 4).tolist(), np.round(v, 4).tolist())
    [2.9, -0.9] [0.05, -2.0] [0.0025, 4.0]

One gradient is forty times the other, and yet both weights move by 0.1.
"""

import numpy as np


def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    # TODO: return the new w, the new m, the new v
    raise NotImplementedError
