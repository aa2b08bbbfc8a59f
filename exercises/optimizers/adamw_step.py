"""One step of AdamW

Weight decay pulls every weight a little towards 0, so that none grows large
without need. In AdamW the decay stands beside the Adam step: neither the
gradient nor m nor v knows of it.

Write `adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay)`.
w, grad, m and v are arrays of the same length, or plain Python lists: one
number per weight. t is the number of this step and counts from 1.

    the new m is beta1 of the old m and 1 - beta1 of the gradient
    the new v is beta2 of the old v and 1 - beta2 of the squared gradient
    the corrected m is the new m divided by 1 - beta1**t
    the corrected v is the new v divided by 1 - beta2**t
    the Adam step is lr times the corrected m, divided by the sum of eps and
        the root of the corrected v (eps is outside the root)
    the decay is lr times weight_decay times the old w
    the new w is the old w minus the decay minus the Adam step

Return the new w, the new m and the new v, in this order. m and v go back as
they were before the correction. The arrays of the caller stay as they are.

    >>> zero = [0.0, 0.0]
    >>> w, m, v = adamw_step([3.0, -1.0], [0.5, -20.0], zero, zero, 1, 0.1, 0.9, 0.99, 1e-8, 0.2)
    >>> print(np.round(w, 4).tolist(), np.round(m, 4).tolist(), np.round(v, 4).tolist())
    [2.84, -0.88] [0.05, -2.0] [0.0025, 4.0]

The Adam step moves both weights by 0.1. The decay takes off another 2 % of
each: 0.06 of the 3, and 0.02 of the -1.
"""

import numpy as np


def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    # TODO: return the new w, the new m, the new v
    raise NotImplementedError
