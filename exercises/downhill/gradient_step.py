"""One step of gradient descent

The model is as small as it gets: prediction = w * x, with one weight w. Its
loss is the mean squared error. The gradient says how the loss changes when
w grows a little:

    grad = mean of 2 * (w * x - y) * x

To make the loss smaller, move w against the gradient, by learning rate
times gradient.

Write `gradient_step(x, y, w, lr)`. x and y are arrays of the same length,
or plain Python lists; w and lr are numbers. Return four numbers, in this
order: the loss before the step, the gradient, the new weight, and the loss
with the new weight.

An example with one point: w = 1 predicts 2 where the truth is 6.

    >>> before, grad, w_new, after = gradient_step([2.0], [6.0], 1.0, 0.1)
    >>> print(before, grad, round(w_new, 6), round(after, 6))
    16.0 -16.0 2.6 0.64

The loss went down from 16 to 0.64, so the step was a good one.
"""

import numpy as np


def gradient_step(x, y, w, lr):
    # TODO: return loss_before, grad, w_new, loss_after
    raise NotImplementedError
