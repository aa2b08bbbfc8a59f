"""Cross-entropy

A neuron that answers yes or no gives a probability: 0.9 means "I am 90 %
sure that it is a yes". Cross-entropy measures how surprised the model is by
the truth. For one example it is minus the natural logarithm of the
probability that the model gave to what is true:

    label 1:   -log(p)
    label 0:   -log(1 - p)

In one line: -(y * log(p) + (1 - y) * log(1 - p)). The loss is the mean of
this over all examples.

Write `cross_entropy(y_true, y_prob)`. Both are arrays of the same length,
or plain Python lists: y_true holds labels 0 and 1, y_prob the probabilities
of label 1. Return one number.

Probabilities of exactly 0 and 1 occur, and log(0) is not a number to work
with. The result must stay finite there: keep the probabilities away from 0
and 1 by a tiny distance, anything between 1e-15 and 1e-7.

An example with three examples. The model gave 0.8, 0.6 and 0.3 to what is
true:

    >>> print(round(float(cross_entropy([1, 0, 1], [0.8, 0.4, 0.3])), 6))
    0.645981

Being sure and right costs little: 0.95 for a true yes gives 0.05. Being
sure and wrong costs much: 0.05 for a true yes gives 3.
"""

import numpy as np


def cross_entropy(y_true, y_prob):
    # TODO: return the mean of -log(probability of what is true)
    raise NotImplementedError
