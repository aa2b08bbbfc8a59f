"""One step of a neuron

A neuron with two inputs answers a yes-or-no question. For one example, a row
of X, it computes

    z = x1 * w1 + x2 * w2 + b
    p = 1 / (1 + e to the power of -z)        (the sigmoid)

p is the probability it gives to the answer 1. Its loss for one example is
the cross-entropy, with the natural logarithm ln:

    -( y * ln(p) + (1 - y) * ln(1 - p) )

The loss of all examples is the mean. For this pair of sigmoid and
cross-entropy the gradients are short:

    grad_w = mean of (p - y) * x     one number for each of the two inputs
    grad_b = mean of (p - y)

Write `neuron_step(X, y, w, b, lr)`. X has n rows of 2 numbers, y holds n
labels 0 or 1, w holds 2 weights: arrays, or plain Python lists. b and lr are
numbers. Return five values, in this order: the loss before the step, grad_w,
grad_b, the new weights and the new bias. New is old minus lr times gradient.
Both gradients come from the same predictions, those before the step.

p may come out as exactly 0 or 1, and ln(0) is not a number one can use. So
keep p between 1e-12 and 1 - 1e-12 inside the logarithms. (Any such limit from
1e-15 to 1e-7 will do.) The loss has to be finite for every z from -500 to 500.

    >>> X, y = [[1.0, 2.0], [3.0, 1.0], [2.0, 2.0]], [1, 0, 1]
    >>> loss, grad_w, grad_b, w_new, b_new = neuron_step(X, y, [1.0, -1.0], 1.0, 0.5)
    >>> print(round(loss, 4), [round(float(g), 4) for g in grad_w], round(grad_b, 4))
    1.3517 [0.6066, -0.1951] 0.0612
    >>> print([round(float(v), 4) for v in w_new], round(b_new, 4))
    [0.6967, -0.9024] 0.9694
"""

import numpy as np


def neuron_step(X, y, w, b, lr):
    # TODO: return loss_before, grad_w, grad_b, w_new, b_new
    raise NotImplementedError
