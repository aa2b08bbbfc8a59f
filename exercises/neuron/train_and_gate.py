"""A neuron learns AND

AND gives 1 when both inputs are 1, and 0 otherwise. Its whole truth table is
four rows:

    x1   0  0  1  1
    x2   0  1  0  1
    y    0  0  0  1

Train one neuron on these four rows: z = x1 * w1 + x2 * w2 + b, and
p = sigmoid(z) is the probability of the answer 1. The rows are fixed: they
stand inside your function.

Write `train_and_gate(w, b, lr, epochs)`. w holds the two weights to start
from, as an array or a plain list; b is the bias to start from. Repeat
`epochs` times:

    predict all four rows, measure the loss, then make ONE update of w and b
    from these same predictions:
        loss   = mean over the four rows of -(y * ln(p) + (1 - y) * ln(1 - p))
        grad_w = mean over the four rows of (p - y) * x
        grad_b = mean over the four rows of (p - y)
        new    = old - lr * gradient

Both gradients are means, not sums, and both come from the predictions before
the update. ln is the natural logarithm.

Return the weights, the bias and the list of losses, in this order. The list
has one loss for each epoch, measured before that epoch's update; with 0
epochs it is empty and nothing changes.

    >>> w, b, losses = train_and_gate([1.0, -1.0], 1.0, 0.5, 2)
    >>> print([round(float(v), 4) for v in w], round(b, 4))
    [0.8604, -1.0409] 0.5667
    >>> print([round(float(loss), 4) for loss in losses])
    [1.1116, 0.9998]

After enough epochs, both weights are positive, the bias is negative, and
only the row (1, 1) gets a probability above 0.5.
"""

import numpy as np


def train_and_gate(w, b, lr, epochs):
    losses = []
    # TODO: write down the four rows, repeat the step, then return w, b, losses
    raise NotImplementedError
