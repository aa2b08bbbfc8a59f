"""Backpropagation through one hidden layer

The network has two layers. X has one row for each example and one column
for each input. Forwards it computes

    h = sigmoid(X @ W1 + b1)       the hidden layer, one row per example
    p = h @ W2 + b2                one prediction per example

with sigmoid(z) = 1 / (1 + exp(-z)). The output has no sigmoid. The loss is
the mean over the examples of (p - y)**2, without a 1/2.

Backpropagation goes through the same steps from last to first. It asks of
each parameter: how does the loss change when this number grows a little?
It computes gradients and changes nothing.

Write `backprop(X, y, W1, b1, W2, b2)`. For n examples, d inputs and k
hidden neurons, X has the shape (n, d), y (n,), W1 (d, k), b1 (k,) and
W2 (k,); b2 is a number. Plain Python lists are given too. Return five
values, in this order: the loss, then the gradients dW1, db1, dW2 and db2.
Each gradient has the shape of its parameter.

An example with two examples, two inputs and three hidden neurons:

    >>> X, y = [[1.0, 2.0], [3.0, -1.0]], [1.0, -2.0]
    >>> W1, b1 = [[0.5, -1.0, 0.2], [1.0, 0.4, -0.6]], [0.1, 0.2, -0.3]
    >>> loss, dW1, db1, dW2, db2 = backprop(X, y, W1, b1, [0.8, -0.5, 1.2], 0.4)
    >>> print(round(float(loss), 4), round(float(db2), 4))
    7.0431 3.9018
    >>> print(np.round(dW1, 4).tolist())
    [[2.0669, -0.2306, 2.8049], [-0.6707, 0.0326, -0.8635]]
    >>> print(np.round(db1, 4).tolist(), np.round(dW2, 4).tolist())
    [0.6942, -0.0895, 0.9554] [2.5625, 0.2227, 2.6986]
"""

import numpy as np


def backprop(X, y, W1, b1, W2, b2):
    # TODO: forwards to the loss, then backwards to the four gradients
    raise NotImplementedError
